/** Words that tell at which stage a matter stands: still open, or settled. */

/** Open: being studied, awaited, sought, expected. Matched as whole words or phrases of lower-case keys. */
export const OPEN: readonly string[] = (
  'could not be reached | not be reached | declined to comment | did not respond | did not reply | has not responded | no comment | ' +
  'in talks | under investigation | under review | under way | underway | too close to call | yet to | ' +
  'awaits | await | awaited | awaiting | weighs | weigh | weighing | studies | study | studying | considers | consider | considered | considering | ' +
  'mulls | mull | seeks | seek | search | searches | hunt | hunts | negotiates | plans to | plan to | planned to | hopes to | hope to | expected | ' +
  'due to | set to | about to | preparing | prepares | prepare | ready to | begun to | began to | started to | trying to | tries to | try to | ' +
  'days to | weeks to | hours to | has until | waiting | wait | waits | undecided | pending | missing | unaccounted | cannot | trapped | stranded | ' +
  'scheduled to | to decide | whether to | deciding | faces | vows to | threatens to | threatened to | wants to'
).split(' | ')

/** Settled: decided, done, found, ended. */
export const SETTLED: readonly string[] = (
  'accepts | accepted | rejects | reject | rejected | agreed to | agrees to | approves | approved | backs | backed | signs | signed | vetoed | vetoes | ' +
  'wins | won | loses | lost | beat | beats | elected | declared | resigns | resigned | resignation | quits | quit | steps down | stepped down | ' +
  'turned down | walked out | walks out | called off | withdrew | withdrawn | expelled | expels | threw out | thrown out | sacked | fired | dismissed | suspended | ' +
  'arrested | charged | convicted | acquitted | sentenced | released | freed | rescued | found | reached | recovered | returned | reunited | home | ' +
  'restored | was back | are back | is back | reopened | reopens | completed | complete | finished | ended | ends | over | cleared | closed | launched | ' +
  'landed | arrived | taken | ordered | filed | applied to | sued | appointed | named | hired | handed in | set up | opened | rolled back | ' +
  'would pay | will pay | paid | apologised | apologized | admitted | confirmed | died | settled | struck | collapsed | broke down | cancelled | canceled | scrapped | abandoned | ruled'
).split(' | ')
