/** The lane of one claim, from its own JSON. */

import { byWeight } from '../../core/changes/weight.ts'
import { replacedWords } from '../../core/diff/replacements.ts'
import type { OneClaimJson } from '../../http/answers/claim-answer.ts'
import type { LaneChangeJson } from '../../http/json/stories/lanes-json.ts'
import type { ChangeJson } from '../../http/words/change-in-words.ts'
import type { LaneOf } from './grid.ts'

/** Changes that only introduce it have no mark on a lane, nor what is no edit. */
export function laneOfClaim(claim: OneClaimJson, history: readonly ChangeJson[]): LaneOf {
  return {
    ...claim,
    zone: 'body',
    changes: history
      .filter(({ kinds, technical }) => !technical && kinds.some((kind) => kind !== 'introduced'))
      .map(laneChange),
  }
}

/** A lane of which only its stretches and changes are known. */
export const laneOfExample = (stretches: LaneOf['stretches'], changes: readonly LaneChangeJson[]): LaneOf => ({
  number: 1,
  label: '',
  status: 'withdrawn',
  url: '',
  label_by: 'machine',
  verdict: null,
  source: { id: null, kind: 'author', name: null },
  certainty: { level: 'certain', polarity: 'positive' },
  zone: 'body',
  check_worthiness: 0,
  first_version: null,
  last_version: null,
  stretches,
  changes,
})

function laneChange({
  id,
  edit,
  url,
  from,
  to,
  kinds,
  detail,
  acknowledged,
  before,
  after,
  evidence,
}: ChangeJson): LaneChangeJson {
  const numbers = (side: ChangeJson['before']) => side.flatMap(({ claims }) => claims)
  const text = (side: ChangeJson['before']) => side.map(({ exact }) => exact).join(' ')
  const [kind] = byWeight(kinds)
  const compared = before.length > 0 && after.length > 0
  return {
    id,
    edit,
    url,
    from: from?.number ?? to.number,
    to: to.number,
    kinds,
    detail,
    acknowledged,
    before: numbers(before),
    after: numbers(after),
    words: compared ? replacedWords(text(before), text(after), evidence.find((found) => found.kind === kind) ?? null) : null,
  }
}
