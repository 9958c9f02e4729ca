/** Words that changed, marked in the colours of the kinds, and the counts of changes with their marks. */
import type { Kind } from '../../core/changes/change.ts'
import { byWeight, TOLD } from '../../core/changes/weight.ts'
import { isEvidenceOf } from '../../core/diff/word-evidence.ts'
import type { Part } from '../../core/diff/word-parts.ts'
import { excerptParts } from '../../http/words/change-excerpt.ts'
import type { ChangeJson } from '../../http/words/change-in-words.ts'
import { type Family, KIND_WORDS, summaryParts } from '../../http/words/kinds-in-words.ts'
import { html, type Markup, NONE, type Value } from '../markup.ts'
import { COUNTS, disclosedOf } from '../words/story-words.ts'
import { mark } from './marks.ts'

const familyOf = ({ kinds }: Pick<ChangeJson, 'kinds'>): Family => KIND_WORDS[byWeight(kinds)[0] ?? 'cosmetic'].family

/** Each pair of words has the family of the kind whose evidence it holds, where a change has several kinds. */
function familyOfPair(changes: readonly ChangeJson[], cut: string, put: string): Family {
  const found = changes.flatMap(({ evidence }) => evidence).find((one) => isEvidenceOf(one, cut, put))
  const [first] = changes
  return found ? KIND_WORDS[found.kind].family : first ? familyOf(first) : 'wording'
}

const start = (text: string) => /^\s*/.exec(text)?.[0] ?? ''
const end = (text: string) => /\s*$/.exec(text)?.[0] ?? ''

/** A part of a text; `about`: the kind that its words are known to be about, null if they are about none. */
interface MarkedPart extends Part {
  readonly about?: Kind | null
}

const familyIn = ({ about }: MarkedPart): Family | null =>
  about === undefined ? null : about === null ? 'wording' : KIND_WORDS[about].family

/** Parts with what was cut and put, in the families' colours; with a side only what stands on it. */
export function marked(
  parts: readonly MarkedPart[],
  changes: readonly ChangeJson[],
  side: 'before' | 'after' | null = null,
): Value[] {
  return parts.map((part, i): Value => {
    const { kind, text } = part
    if (kind === 'equal') return text
    const [last, next] = [parts[i - 1], parts[i + 1]]
    if (kind === 'delete') {
      if (side === 'after') return ''
      if (text.trim() === '') return text
      // In one text a space parts what was cut from what was put in its place.
      const apart = next?.kind === 'insert' ? side === null : end(text) !== ''
      return html`${start(text)}<del>${text.trim()}</del>${apart ? ' ' : ''}`
    }
    if (side === 'before') return ''
    if (text.trim() === '') return text
    const family = familyIn(part) ?? familyOfPair(changes, last?.kind === 'delete' ? last.text : '', text)
    return html`${start(text)}<ins class="f-${family}">${text.trim()}</ins>${end(text)}`
  })
}

/** The effect of a change on the words, in a line or two. */
export function excerpt(change: ChangeJson, room?: number): Value {
  const parts = excerptParts(change, room)
  const [first, second] = parts
  if (change.kinds.includes('superseded'))
    return html`<q class="was">${first?.text}</q> <span class="then">${COUNTS.became}</span> <q class="now">${second?.text}</q>`
  if (second !== undefined) return marked(parts, [change])
  return first?.kind === 'delete' ? html`<del>${first.text}</del>` : (first?.text ?? '')
}

interface Counted {
  readonly changes: Partial<Record<Kind, number>>
  readonly told: number
  readonly disclosed: number
}

/**
 * “2 claims softened, 1 number changed, 3 not disclosed, 2 claims added”, a mark before each part: whether readers were told stands directly
 * behind the kinds that ask for it. All of them disclosed: a rule below their marks. Each part leads to its list, where there are `lists`.
 */
export function toldCounts({ changes, told, disclosed }: Counted, lists: CountLists | null = null): Markup {
  const allSaid = told > 0 && disclosed === told
  const parts = summaryParts(changes)
  const asking = parts.filter(({ kind }) => TOLD.includes(kind))
  const others = parts.filter(({ kind }) => !TOLD.includes(kind))
  const named = asking.reduce((sum, { count }) => sum + count, 0)
  const words = disclosedOf(told, disclosed, named)
  const note =
    told === 0
      ? NONE
      : html`<span class="told-part ${allSaid ? 'noted' : 'silent'}">${lists === null ? words : html`<a href="${lists.disclosed(allSaid)}">${words}</a>`}</span> `
  const part = (one: (typeof parts)[number], said: boolean) => countedPart(one, said, lists)
  return html`<span class="told">${asking.map((one) => part(one, allSaid))}${note}${others.map((one) => part(one, false))}</span>`
}

/** The addresses of the lists of what is counted: the changes of a kind, and those that were, or were not, disclosed. */
export interface CountLists {
  readonly kind: (kind: Kind) => string
  readonly disclosed: (disclosed: boolean) => string
}

function countedPart(
  { kind, text }: { readonly kind: Kind; readonly text: string },
  disclosed: boolean,
  lists: CountLists | null,
): Markup {
  const [first = '', ...rest] = text.split(' ')
  const words = html`<span class="nb">${mark(kind, disclosed)}${first}</span> ${rest.join(' ')}`
  return html`<span class="told-part">${lists === null ? words : html`<a href="${lists.kind(kind)}">${words}</a>`}</span> `
}

/** The changes across versions that are withheld. */
export function acrossText(across: Counted & { readonly from: number }): Markup {
  const what = Object.keys(across.changes).length > 0 ? toldCounts(across) : COUNTS.nothing
  return html`${COUNTS.since(across.from)} ${what}`
}
