/** Words that tell at which stage a matter stands: still open, or settled. */

const phrases = (text: string): readonly string[] => text.split(' | ')

/** Open: being studied, awaited, sought, not yet done. Phrases of lower-case words, "be" forms left out. */
export const OPEN = phrases(
  'not be reached | declined to comment | declines to comment | not respond | not reply | not responded | no comment | not immediately | ' +
    'in talks | under investigation | under review | under way | underway | too close to call | yet to | not yet | undecided | pending | on hold | ' +
    'awaits | await | awaited | weighs | weigh | weighed | studies | study | studied | consider | considers | considered | mulls | mull | ' +
    'seek | seeks | sought | search | searches | searched | hunt | hunts | hunted | negotiate | negotiates | ' +
    'plan to | plans to | planned to | hope to | hopes to | hoped to | aim to | aims to | intend to | intends to | want to | wants to | ' +
    'try to | tries to | tried to | begun to | began to | begins to | start to | starts to | started to | about to | ready to | due to | ' +
    'prepare | prepares | wait | waits | waited | days to | weeks to | hours to | has until | have until | whether to | to decide | ' +
    'threaten to | threatens to | threatened to | vow to | vows to | faces | face | cannot | scheduled | go to the polls | goes to the polls | ' +
    'missing | unaccounted | trapped | stranded | stuck | blocked | cut off | at large | on the run | in custody | in hospital | in a coma | on strike | on trial | ' +
    'in hiding | without power | held hostage | under siege | out of control | on fire | offline',
)

/** The future and what is only expected: open, but a new wording of the same forecast may say it otherwise. */
export const AHEAD = phrases(
  'will | would | is to | are to | was to | were to | expected | likely | may | might | could | set to | poised to | should',
)

/** Settled: decided, found, ended. Only what tells an outcome by itself. */
export const SETTLED = phrases(
  'accept | accepts | accepted | reject | rejects | rejected | agreed | agrees | approve | approves | approved | backs | backed | sign | signs | signed | veto | vetoes | vetoed | ' +
    'win | wins | won | lose | loses | lost | elected | declared | resign | resigns | resigned | resignation | quit | quits | steps down | stepped down | ' +
    'turned down | turns down | walked out | walks out | called off | calls off | withdrew | withdraws | withdrawn | expel | expels | expelled | threw | ' +
    'sack | sacks | sacked | dismissed | suspended | arrested | arrest | charged | convicted | convicts | acquitted | acquits | sentenced | jailed | released | freed | ' +
    'rescued | saved | found | reached | recovered | returned | reunited | restored | reopened | reopens | completed | finished | ended | ends | cleared | landed | ' +
    'lands | ordered | filed | sued | sues | appointed | hired | set up | died | dies | settled | settles | struck | strikes | collapsed | collapses | broke down | cancelled | ' +
    'canceled | cancels | scrapped | scraps | abandoned | abandons | ruled | rules | apologised | apologized | apologises | paid | would pay | will pay | confirmed | passed | passes',
)
