/** Phrases that show the stage of a matter: still open, or settled. */

const phrases = (text: string): readonly string[] => text.split(' | ')

/** Open: under study, awaited, sought, not yet done. Phrases of lower-case words, without forms of "be". */
export const OPEN = phrases(
  'close to a | close to an | near a | near an | in talks | under investigation | under review | under way | underway | too close to call | yet to | not yet | undecided | pending | on hold | ' +
    'awaits | await | awaited | awaiting | weighs | weigh | weighed | studies | study | studied | consider | considers | considered | mulls | mull | ' +
    'seek | seeks | sought | search | searches | searched | hunt | hunts | hunted | negotiate | negotiates | ' +
    'plan to | plans to | planned to | hope to | hopes to | hoped to | aim to | aims to | intend to | intends to | want to | wants to | ' +
    'try to | tries to | tried to | begun to | began to | begins to | start to | starts to | started to | about to | ready to | is due to | are due to | was due to | were due to | due back | ' +
    'prepare | prepares | wait | waits | waited | days to | weeks to | hours to | has until | have until | whether to | to decide | to consider | ' +
    'threaten | threatens | threatened | threaten to | threatens to | threatened to | vow to | vows to | faces | face | faced | cannot | scheduled | go to the polls | goes to the polls | ' +
    'missing | unaccounted | trapped | stranded | stuck | blocked | cut off | at large | on the run | in custody | in hospital | in a coma | on strike | on trial | ' +
    'in hiding | without power | held hostage | under siege | out of control | on fire | offline | remain | remains | remained | ' +
    'battle | battles | battled | struggle | struggles | struggled | race to | races to | fight to | fights to | nears | neared | approach | approaches | approached | ' +
    'looms | loom | loomed | brace | braces | braced | head for | heads for | headed for | closes in | close in | on course | on track | on the brink | on the verge | ' +
    'jury out | go into | goes into | in the balance | at stake | calls to | critical condition | stable condition | serious condition | fighting for | ' +
    'in intensive care | in no danger | still | could not | not been able | unable to | go on | goes on | continue | continues | continued | accused of | suspected of | deadlocked | stalled | ' +
    'linked with | linked to | gather | gathers | gathered | meets | to discuss | forecast | fears grow | closes on | ' +
    'no sign of | no trace of | holds | controls | no word',
)

/** Refusal to comment. Any statement that follows comes from the one who was silent. */
export const SILENT = phrases(
  'not be reached | not immediately be reached | declined to comment | declines to comment | declined to say | declines to say | declined to discuss | declined to answer | ' +
    'refused to say | refused to comment | refuses to say | refused to discuss | would not say | would not comment | would not discuss | would not be drawn | ' +
    'not respond | not immediately respond | not reply | not immediately reply | not answer | not immediately answer | not responded | not replied | not return | not returned | not commented | ' +
    'no comment | not comment | not immediately comment | not said whether | not said | not say whether | not say | not disclosed | not disclose | not announced | not spoken | silent | kept silent | made no comment | has yet to comment | yet to speak | yet to comment | yet to say',
)

/** Lack of knowledge. */
export const UNKNOWN = phrases(
  'not known | unknown | not clear | unclear | not immediately clear | not immediately known | a mystery | no one knows | nobody knows | no explanation | unexplained | not been determined | ' +
    'not been established | not yet known | not yet clear | yet to be established | yet to be identified | yet to be determined | not been identified | not been named | remains a mystery | ' +
    'no idea | not say what | not say why | not say how | still investigating | investigating',
)

/** The future and expectations: open, but another wording of the same forecast may replace them. */
export const AHEAD = phrases(
  'will | would | going to | is to | are to | was to | were to | expected | likely | may | might | could | ought to | set to | poised to | should | ready to | is due to | are due to | was due to | were due to | plan to | plans to | planned to | ' +
    'hope to | hopes to | hoped to | aim to | aims to | intend to | intends to | scheduled | due | to vote | to decide',
)

/** Causes, which follow an unknown one. */
export const CAUSES = phrases(
  'point to | points to | pointed to | traced to | trace | traced | blamed | blame | blames | caused | cause | because | due to | led to | linked to | sparked | started by | set off | triggered | found',
)

/** Settled: decided, found, ended. Only words that state an outcome by themselves. */
export const SETTLED = phrases(
  'agree | join | joins | joined | beat | beats | restores | strikes down | strike down | accept | accepts | accepted | reject | rejects | rejected | agreed | agrees | approve | approves | approved | backs | backed | sign | signs | signed | veto | vetoes | vetoed | ' +
    'win | wins | won | lose | loses | lost | elected | declared | resign | resigns | resigned | resignation | quit | quits | steps down | stepped down | ' +
    'turned down | turns down | walked out | walks out | called off | calls off | withdrew | withdraws | withdrawn | expel | expels | expelled | threw out | throws out | ' +
    'sack | sacks | sacked | dismissed | suspended | arrested | arrest | charged | convicted | convicts | acquitted | acquits | sentenced | jailed | released | freed | ' +
    'rescued | saved | found | reached | recovered | returned | reunited | restored | reopened | reopens | completed | finished | ended | ends | cleared | landed | ' +
    'lands | ordered | filed | sued | sues | appointed | hired | set up | died | dies | settled | settles | reach | reaches | struck | strikes | collapsed | collapses | broke down | cancelled | ' +
    'canceled | cancels | scrapped | scraps | abandoned | abandons | ruled | rules | apologised | apologized | apologises | paid | would pay | will pay | confirmed | passed | passes | ' +
    'found guilty | guilty | put out | hits | hit | flattens | driven | retaken | taken back | in control | seized | seizes | captured | captures | identified | lodged | surrendered | caught',
)

/** Phrases that open a matter, each with phrases that settle it: they connect two sentences that share no word. */
export const RELATIONS: readonly { readonly open: readonly string[]; readonly settled: readonly string[] }[] = [
  {
    open: phrases(
      'missing | not been found | not been recovered | not been located | not been seen | not been traced | not found | search | searching | seek | hunt | hunting | at large | on the run | vanished | disappeared | unaccounted | looking for',
    ),
    settled: phrases(
      'found | recovered | located | spotted | traced | caught | captured | pulled | rescued | arrested | seized | surrendered | turned up | handed in | picked up | brought out | brought ashore',
    ),
  },
  {
    open: phrases('jury | verdict | on trial | accused of | charged with | retired to'),
    settled: phrases('convicted | convicts | acquitted | guilty | cleared of | sentenced'),
  },
  {
    open: phrases('vote | to decide | decide whether | consider | considering | weighing | ballot | debating | a decision'),
    settled: phrases('approved | rejected | voted | passed | adopted | threw out | turned down | endorsed | chose | backed'),
  },
  {
    open: phrases('condition | in hospital | in a coma | wounded | being treated | fighting for'),
    settled: phrases('died | dies | dead | discharged | recovered | released from'),
  },
  {
    open: phrases('talks | negotiating | negotiations | negotiators | strike | walkout | stoppage'),
    settled: phrases('deal | agreement | agreed | accord | settlement | signed | broke down | collapsed | called off'),
  },
]
