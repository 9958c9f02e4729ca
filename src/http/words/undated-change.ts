/** A change between texts that are not in the archive: it has no time, no id and no claims with numbers. */
import type { ChangeJson } from './change-in-words.ts'

type Side = Pick<ChangeJson['before'][number], 'zone' | 'start' | 'end' | 'exact'> & {
  readonly wordings: readonly { readonly label: string; readonly text: string; readonly spans: [number, number][] }[]
}

export interface UndatedChange extends Pick<ChangeJson, 'kinds' | 'detail' | 'acknowledged' | 'evidence'> {
  readonly from: number
  readonly to: number
  readonly before: readonly Side[]
  readonly after: readonly Side[]
}

/** Claims of the earlier text have odd numbers, those of the later one even ones: no claim is on both sides. */
const side = (places: readonly Side[], first: number): ChangeJson['before'] => {
  let next = first - 2
  return places.map(({ zone, start, end, exact, wordings }) => {
    const numbered = wordings.map((words) => {
      next += 2
      return { claim: next, human_label: null, ...words }
    })
    return { zone, start, end, exact, claims: numbered.map(({ claim }) => claim), wordings: numbered }
  })
}

const version = (number: number) => ({ number, captured_at: '', url: '' })

/** As words tell it. */
export const undated = ({ from, to, kinds, detail, acknowledged, evidence, before, after }: UndatedChange): ChangeJson => ({
  id: null,
  edit: '',
  url: null,
  article: '',
  from: version(from),
  to: version(to),
  kinds,
  detail,
  acknowledged,
  technical: false,
  note: [],
  claims: [],
  before: side(before, 1),
  after: side(after, 2),
  evidence,
  verdict: null,
  by: null,
  retracts: null,
  recorded_at: null,
})
