/** Words that news writers use for one another. */
import { inflectionsOf } from '../../../lexicon/inflections.ts'
import { stem } from '../../../text/stems.ts'

/** One group a line: verbs in their base form before the bar, other words after it. */
const GROUPS = `
begin start commence launch open | beginning outset
end finish conclude stop halt cease suspend | halt suspension standstill
cut reduce lower trim slash shrink shed axe | cut reduction
raise increase lift boost hike | increase rise hike
rise climb grow jump gain | growth
fall drop decline slip sink slide dip tumble plunge | drop decline
buy purchase acquire | purchase takeover acquisition
sell offload | sale
scrap drop abandon ditch cancel shelve
delay postpone defer | delay postponement
close shut | closure
build construct erect make assemble | maker construction
repair fix mend restore | repair
destroy gut ruin wreck flatten raze | ruin wreck
damage harm | damage harm
injure hurt wound | injury injuries wound casualty
burn blaze | fire blaze flames inferno
extinguish contain control douse quell
break smash shatter snap | break
fail collapse founder | failure collapse
| flood floods flooding floodwater
| storm gale tempest hurricane cyclone
| quake earthquake tremor
| blast explosion
kill slay murder
die perish drown
injure wound hurt
rescue save
find discover spot notice locate detect
search hunt seek comb scour | search hunt
seize capture take grab
arrest detain hold | custody
free release liberate
flee escape run | flight
evacuate leave | evacuation
ask request urge beg
demand insist
order command instruct
ban bar forbid prohibit outlaw | ban prohibition
allow permit let | permission leave
accept take agree
reject refuse spurn rebuff
approve pass back endorse adopt | approval
choose pick select elect appoint name | choice
quit resign leave step
dismiss sack fire oust remove
hire employ recruit take
win beat defeat | victory win triumph
lose | loss defeat
score net | goal
play perform
lead head run | leader head chief boss
meet gather assemble convene | meeting gathering
talk speak discuss negotiate | talks negotiations discussions
quarrel argue dispute row squabble | row dispute quarrel argument
protest demonstrate march | protest demonstration rally
attack assault storm raid | attack assault raid
fight battle clash | battle fighting clash
carry transport bring take ferry
send dispatch ship
fly | flight plane aircraft airliner jet
sail | ship vessel boat trawler
drive | car vehicle
see spot witness watch
show reveal display disclose
hide conceal
help aid assist | help aid assistance relief
pay cost fund finance | money bill cost cost payment price
receive get collect
give hand grant present award donate
fine penalise | fine penalty
plan intend propose mean | plan scheme proposal
hope expect want
fear worry dread | fear anxiety
try attempt endeavour | try attempt bid effort
need require depend
use employ utilise | use
supply provide deliver furnish | supplier provider
house shelter | home house dwelling residence
live dwell reside | resident inhabitant dweller
work toil | job post work labour workforce employee worker staff
teach instruct | teacher instructor
treat heal cure | doctor physician medic surgeon
study examine investigate probe inspect inquire | study inquiry investigation probe examination
judge rule decide find | judge ruling verdict decision
sue accuse charge | lawsuit
jail imprison lock | prison jail cell
| school college academy
| pupil student schoolchild
| child youngster kid
| man fellow
| woman lady
| baby infant
| mother mum
| expectant pregnant
| partner wife husband spouse
| police officer constable detective
| firefighter crew fireman
| soldier troop
| lawyer attorney solicitor barrister counsel
| farmer grower
| scientist researcher expert academic
| critic reviewer
| journalist reporter
| spokesman spokeswoman spokesperson
| minister secretary
| premier prime
| company firm business corporation enterprise
| shop store retailer outlet
| factory plant works mill
| station plant
| power electricity energy
| petrol fuel gasoline
| town city
| village hamlet settlement
| area region district province
| country nation state
| street road lane
| harbour port dock
| river stream
| hill mountain range
| wood forest
| field meadow
| floor storey
| roof top
| building block structure
| painting picture canvas work
| film movie
| photograph photo picture image
| book volume
| statue sculpture
| prize award trophy
| competition contest tournament race
| match game
| round set
| rival opponent
| season campaign
| team side club
| manager coach
| striker forward
| yearly annual
| biggest largest greatest
| big large great huge
| small little tiny
| costly expensive dear
| cheap inexpensive
| quick fast rapid swift
| oldest earliest
| chief principal main leading
| former previous once ex
| earlier previous prior
| near nearby close beside
| abroad overseas elsewhere foreign
| twice double
| half halve
| several multiple
| most majority
| rare seldom uncommon
| often frequently
| probably likely
| hard difficult tough
| easy simple
| ill sick unwell
| dead killed
| safe unharmed
| bright brightness
| warm heat
| cold chill
| cause reason
| danger risk threat
| amount quantity volume
| sum amount
| share stake
| debt borrowing
| profit earnings
| revenue turnover sales
| wage pay salary
| budget spending
| tax levy duty
| law legislation statute
| bill measure
| vote ballot poll
| deputy lawmaker legislator
| deal agreement accord pact settlement
| strike stoppage walkout
| union labour
| truce ceasefire
| siege standoff
| hostage captive
| gunman attacker
| thief robber burglar
| body corpse
| illness disease sickness
| vaccine jab
| hospital clinic infirmary
| error mistake
| claim allegation
| untrue false
| evidence proof testimony
| witness bystander
| group band
| crowd throng
| visitor tourist
| passenger traveller
| food meal
| garden park
| dog hound
| animal beast
| crop harvest
| sea ocean
| fish catch
return | back
| rain rainfall downpour shower
| dawn daybreak sunrise
| dusk nightfall sunset
| extra additional further
| border frontier boundary
| skirmish firefight
| memo document paper letter note
write draft compile | author writer
| gap hole opening
| shaft bore tunnel borehole
| width breadth wide broad
| old elderly aged
| colleague workmate
| last final closing
| cash banknote
| regulator watchdog supervisor
| question issue matter
| force army military
| waste rubbish garbage trash refuse
| customer client shopper buyer
| owner proprietor
| refugee migrant
| flat apartment
| lift elevator
| pavement sidewalk
| lorry truck
| underground subway metro tube
| holiday vacation break
| spectator fan supporter
| referee umpire
| journey trip voyage
| cargo freight goods load
| aim target objective
| famous renowned celebrated
| disused derelict empty vacant
| entire whole complete
| wrong incorrect false
| modern contemporary
| ancient historic
| poor needy
| rich wealthy affluent
| angry furious irate
| happy pleased glad delighted
| sad unhappy
| worried anxious concerned
| surprised astonished
| wave swell surge
| shelling bombardment
| rifle gun weapon firearm pistol
| knife blade
| ladder stair step
| fence barrier
| gate entrance entry
| exit way
| cinema theatre
| chemist pharmacist pharmacy
| lecturer professor
| chef cook
| waiter server
| clothes clothing garment
| jewel jewellery gem brooch
| rumour speculation
| famine hunger starvation
| pollution contamination
pollute contaminate taint
| poison toxin
lend loan borrow
| mayor
| decade ten
| fortnight
happen occur
remain stay
arrive come reach | arrival
depart go | departure
gain obtain acquire
enlarge expand extend widen | expansion extension
throw hurl toss fling
drag haul tow pull
push shove
cover hide shroud
mend patch
celebrate mark | celebration
forecast predict | forecast prediction
warn alert caution | warning alert
blame fault
prevent avert
replace succeed | replacement successor
choke suffocate
feed nourish
guard protect defend | protection
mistake confuse
praise laud commend hail
criticise condemn denounce attack
`

const groups = GROUPS.split('\n').filter((line) => line.trim() !== '')

/** Stem → the number of its group; a word of several groups belongs to the first. */
const GROUP_OF: ReadonlyMap<string, string> = new Map(
  groups
    .flatMap((line, n): [string, string][] => {
      const [verbs = '', others = ''] = line.split('|').map((part) => part.trim().split(/\s+/).filter(Boolean))
      const forms = [...verbs].flatMap((verb) => [verb, ...inflectionsOf(verb).keys()])
      return [...forms, ...others].map((word) => [stem(word), `=${n}`])
    })
    .reverse(),
)

/** Returns the sense of a stem: its group of synonyms, or the stem itself. */
export const senseOf = (stemmed: string): string => GROUP_OF.get(stemmed) ?? stemmed
