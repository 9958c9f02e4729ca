/** Words that take an infinitive, by their implication: done, not done, only intended. All others leave it probable. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** "continued to rise" implies that it rose, "forced them to leave" that they left (implicatives: Karttunen 1971). */
export const DONE = words(
  'continue continues continued continuing begin begins began begun start starts started manage manages managed managing come comes came ' +
    'help helps helped helping prove proves proved used happen happens happened get gets got go going went led lead leads remains remain ' +
    'proceeded serve serves served first last second third one only force forces forced cause causes caused forcing causing',
)

/** "failed to pay" implies that it was not paid. */
export const NOT_DONE = words(
  'fail fails failed failing failure failures refuse refuses refused refusing refusal decline declines declined declining neglect neglects ' +
    'neglected unable unwilling inability yet forgot too cease ceases ceased impossible powerless forbid forbids forbade forbidden unwillingness reluctance',
)

/** "wants to pay", "the attempt to pay": open. */
export const AIMED_AT = words(
  'want wants wanted wanting hope hopes hoped hoping try tries tried trying attempt attempts attempted attempting seek seeks sought seeking ' +
    'wish wishes wished like able ability willing willingness plan plans planned planning intend intends intended intending intention desire desires ' +
    'ready eager right chance opportunity offer offers offered offering ask asks asked asking urge urges urged urging threaten threatens threatened ' +
    'threatening threat call calls need needs have has had reluctant free prepared consider considering effort efforts prefer prefers power authority ' +
    'option fight fights fighting fought battling battled struggle struggles struggled struggling entitle entitles entitled aim aims aimed aiming permission permit allow allowed invited encouraged',
)

/** Other words before an infinitive that completes them: "the decision to pay", "likely to pay". */
const OTHERS = words(
  'agreed agree agrees agreeing appear appears appeared appearing seem seems seemed tend tends tended decide decides decided deciding choose ' +
    'chooses chose chosen vow vows vowed promise promises promised pledge pledges pledged move volunteer volunteered learn learned ' +
    'expect expects expected expecting prepare prepares preparing arrange arranged afford dare dares dared deserve deserves deserved ' +
    'race rush rushed bother bothered claim claims claimed pretend pretended wait waiting ' +
    'believed thought understood said reported known considered deemed set due bound sure certain likely unlikely poised scheduled slated supposed ' +
    'designed meant destined determined keen anxious happy glad pleased proud afraid welcome liable prone apt obliged required ' +
    'authorized authorised eligible ineligible qualified fit unfit inclined tempted committed quick slow hard easy difficult ' +
    'bid bids conspiracy decision decisions order orders deal agreement agreements approval clearance duty obligation obligations ' +
    'proposal proposals move moves vote votes voted voting motion campaign drive push pressure commitment determination readiness tendency request requests ' +
    'demand demands recommendation recommendations mandate legislation bill law reason reasons way ways time chances opportunities powers rights ' +
    'capacity potential freedom incentive temptation urge invitation warrant licence license options intentions need needs means scheme ' +
    'plot plots mission job responsibility courage strength instructions directive ruling choice about',
)

export const INFINITIVE_GOVERNORS: ReadonlySet<string> = new Set([...DONE, ...NOT_DONE, ...AIMED_AT, ...OTHERS])

/** Verbs whose object does what the infinitive names: "forced the crew to leave", "expects sales to rise". */
export const CONTROL_VERBS = words(
  'force forces forced forcing cause causes caused causing allow allows allowed allowing permit permits permitted enable enables enabled ' +
    'enabling help helps helped helping expect expects expected expecting want wants wanted wanting ask asks asked asking tell tells told telling ' +
    'order orders ordered ordering urge urges urged urging persuade persuades persuaded convince convinced encourage encourages encouraged ' +
    'encouraging invite invites invited require requires required requiring compel compels compelled prompt prompts prompted advise advises advised ' +
    'warn warned instruct instructed teach taught train trained oblige obliged pressure pressured pressed push pushed pushing get gets got ' +
    'getting intend intends intended mean means meant prefer prefers believe believes believed consider considers considered direct directed ' +
    'authorize authorized authorise authorised command commanded beg begged dare dared lead leads led leading leave leaves left ' +
    'like need needs needed forbid forbids forbade forbidden',
)

/** Words of motion, change and transfer: "moved to schools", "sentenced to death", "rose to record levels". */
export const TRANSFERS = words(
  'moved move moves moving sentenced sent send sends sending taken take takes took taking brought bring brings transferred transfer driven ' +
    'drove return returned returns returning rose risen rise rises rising fell fallen fall falls falling grew grown grow grows climbed climb ' +
    'dropped drop reduced reduce reduces cut raised raise lifted according thanks close closer near next prior relative contrary access attributed compared related ' +
    'linked link tied limited confined exposed subjected subject opposed opposition dedicated devoted response responded respond responds responding ' +
    'reply replied refer refers referred referring contribute contributed listen listened talk talked talking speak spoke speaking spoken belong belongs ' +
    'turn turned turning shift shifted transition converted switched added add adds adding addition down up back put shot beaten burned ' +
    'rushed evacuated flown extradited deported sold lost given gave awarded handed attached amounted amounts appealed key approach threat critical useful',
)
