/** Words by topic field: two sentences about one matter often share only the field. */
import { stem } from '../../text/stems.ts'

/** One field a line: its name, its words. A word may belong to several fields. */
const FIELDS = `
court: jury juror verdict trial judge court convict acquit guilty charge prosecutor prosecution defence defendant lawyer counsel solicitor barrister attorney bail appeal sentence sue lawsuit plead testify witness hearing magistrate indict
police: police officer detective arrest suspect custody investigator investigate inquiry gunman fugitive robbery thief theft burglar stab shooting shot murder crime constable sheriff interview question manhunt raid
prison: prison jail inmate cell warden guard escape parole detain detention
talks: talks negotiate negotiator negotiation deal agreement accord settlement mediator union employer strike walkout stoppage rota roster picket wage pay dispute compromise offer demand truce ceasefire
work: job jobs staff worker employee redundancy layoff hire dismiss factory plant shift employer unemployed post resign resignation successor replace replacement appoint
vote: vote voter ballot poll polling election elect candidate campaign referendum majority count turnout seat parliament mps lawmaker senate deputy bill law motion amendment legislature coalition minister cabinet government opposition
market: share shares stock stocks market trading trader investor bond index exchange price currency dollar euro profit loss revenue earnings bank interest inflation
money: money fund funds cost pay paid payment loan debt budget price fee fine compensation insurance grant bill charge bankrupt insolvency creditor coins bank account deposit customer
company: company firm takeover merger bid buyer seller shareholder owner chief executive board director chairman factory brand customer product recall
school: school college university pupil student teacher lesson class exam head headteacher lecture campus classroom term
health: hospital doctor nurse patient ward surgeon surgery treatment disease illness virus infection vaccine dose drug medicine condition injured wounded coma recover symptoms clinic health died death die funeral burial heart
fire: fire blaze flame smoke burn firefighter hose brigade extinguish crew embers gut
sea: sea boat ship vessel ferry tanker freighter trawler harbour port coastguard lifeboat crew skipper captain sailor wave waves swell tide drown overboard dock berth channel quay sink capsize aboard
air: plane aircraft flight airline airport pilot passenger runway cockpit land takeoff jet helicopter terminal
rail: train rail railway tram track station carriage driver passenger line derail signal timetable
road: road car lorry truck driver bridge motorway crash collision traffic vehicle bus closed lane brake route
space: probe lander orbit spacecraft satellite rocket launch signal antenna astronaut moon planet touchdown
weather: rain storm wind snow flood river water level dam hurricane temperature heat drought forecast evacuate evacuee shelter dry ice
search: missing search searcher rescuer rescue found trapped dog diver trace locate avalanche miner miners shaft rubble buried seen spotted lost
army: army soldier troops shell artillery battery battalion convoy militia rebel attack strike border front war ceasefire general commander missile drone mortar
power: power electricity grid cable reactor plant turbine generator outage blackout substation
net: network computer software system server data hacker cyber password online website outage file engineer fault
sport: match game team club player coach manager goal score striker season league cup win final champion injury referee race runner course record title squad transfer signing tournament
art: painting museum gallery art artist drawing sculpture exhibition view wall auction bid collection collector sold
stage: film concert singer band show audience theatre actor director festival ticket performance tour
church: church priest bishop mass funeral burial service cathedral mosque imam
animals: animal dog cat zoo keeper cage vet farm farmer cattle sheep poultry bird birds horse wildlife
food: food restaurant recall shop shelf supermarket bottle product ingredient chef
land: building house tenant landlord rent demolish planning council site flat developer construction tower resident home homes evict
cause: cause blame fault reason why trigger origin accident explanation
identity: name names named identify identified victim who
speech: comment statement answer say speak silent reply respond message interview letter
`

const FIELDS_OF = new Map<string, string[]>()
for (const line of FIELDS.trim().split('\n')) {
  const [field = '', words = ''] = line.split(': ')
  for (const word of new Set(words.split(' ').map(stem))) FIELDS_OF.set(word, [...(FIELDS_OF.get(word) ?? []), field])
}

/** Returns the fields of a stemmed word: "jury" → court. */
export const fieldsOf = (stemmed: string): readonly string[] => FIELDS_OF.get(stemmed) ?? NONE
const NONE: readonly string[] = []
