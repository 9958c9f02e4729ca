/** Finds in a document what is no part of the article. */
import { classWords } from '../document/class-words.ts'
import { oneLine, textOf, UNSEEN } from '../document/text-of.ts'
import { walk } from '../document/walk.ts'
import { advertisement } from './advertisement.ts'
import { aside } from './aside.ts'
import { bylineBox } from './byline-box.ts'
import { caption } from './caption.ts'
import type { Candidate, CleaningRule } from './cleaning-rule.ts'
import { comments } from './comments.ts'
import { consent } from './consent.ts'
import { controls } from './controls.ts'
import { navigation } from './navigation.ts'
import { newsletter } from './newsletter.ts'
import { isNote } from './note.ts'
import { related } from './related.ts'
import { topics } from './topics.ts'
import { unseen } from './unseen.ts'

const CLEANING_RULES: readonly CleaningRule[] = [
  unseen,
  navigation,
  aside,
  controls,
  caption,
  bylineBox,
  related,
  newsletter,
  comments,
  consent,
  advertisement,
  topics,
]

/** The most of the running text of a page that an element may hold and still be left out. */
const MOST = 0.35

/** The least letters outside links that make text a part of running text. */
const RUNNING = 40

const NEVER: ReadonlySet<string> = new Set(['html', 'body', 'main', 'h1'])
const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6'])

interface Dropped {
  readonly element: Element
  readonly rule: CleaningRule
  readonly prose: number
  /** The names that the rule went by: elements of the same kind are dropped all or not at all. */
  readonly kind: string
}

/** The elements of a document that a rule drops, in the order of the page, none inside another. */
export function boilerplateOf(document: Document): Pick<Dropped, 'element' | 'rule'>[] {
  const prose = proseOf(document.body)
  const total = prose.get(document.body) ?? 0
  const dropped: Dropped[] = []
  walk(document.body, {
    enter(element) {
      if (UNSEEN.has(element.localName)) return false
      const found = dropOf(element, prose.get(element) ?? 0, total)
      if (found) dropped.push(found)
      return !found
    },
    text: () => {},
    leave: () => {},
  })
  const sums = new Map<string, number>()
  for (const { kind, prose } of dropped) sums.set(kind, (sums.get(kind) ?? 0) + prose)
  return dropped.filter(({ kind, rule }) => (sums.get(kind) ?? 0) <= (rule.most ?? MOST) * total)
}

function dropOf(element: Element, prose: number, total: number): Dropped | null {
  const tag = element.localName
  if (NEVER.has(tag)) return null
  const share = total > 0 ? prose / total : 0
  const names = classWords(element, HEADINGS.has(tag) ? [] : undefined)
  const candidate: Candidate = { element, tag, names, share, prose, text: () => textOf(element) }
  const rule = CLEANING_RULES.find(({ most = MOST, drops }) => share <= most && drops(candidate))
  if (!rule || isNote(candidate)) return null
  return { element, rule, prose, kind: `${rule.name} ${tag}${classWords(element, ['class'])}` }
}

/** The letters of running text in each element: text outside links, in runs of some length. */
function proseOf(root: Element): Map<Element, number> {
  const sums = new Map<Element, number>()
  const stack: { element: Element; sum: number }[] = [{ element: root, sum: 0 }]
  let links = 0
  walk(root, {
    enter(element) {
      if (UNSEEN.has(element.localName)) return false
      if (element.localName === 'a') links++
      stack.push({ element, sum: 0 })
      return true
    },
    text(text) {
      const { length } = oneLine(text)
      const top = stack.at(-1)
      if (top && links === 0 && length >= RUNNING) top.sum += length
    },
    leave(element) {
      if (element.localName === 'a') links--
      const { sum } = stack.pop() ?? { sum: 0 }
      sums.set(element, sum)
      const above = stack.at(-1)
      if (above) above.sum += sum
    },
  })
  sums.set(root, stack[0]?.sum ?? 0)
  return sums
}
