/** Cuts an element into the blocks that a reader sees: paragraphs, headings, items of lists, quotations, rows of tables. */
import { holds } from './inside.ts'
import { oneLine, UNSEEN } from './text-of.ts'
import { walk } from './walk.ts'

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quotation' | 'row'

export interface Block {
  readonly kind: BlockKind
  /** Lines separated by "\n" where the page breaks them. */
  readonly text: string
  /** The share of its letters that stand in links. */
  readonly linked: number
  /** The element that directly holds its first text. */
  readonly element: Element
}

const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr ' +
    'li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption'
  ).split(' '),
)

const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dd: 'item',
  dt: 'item',
  blockquote: 'quotation',
  tr: 'row',
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th'])

/** Elements that styles set apart where the source has no space between them: name and date of a byline. */
const LABELS: ReadonlySet<string> = new Set(['span', 'time', 'cite', 'small'])

interface Open {
  text: string
  linked: number
  element: Element | null
}

/** The most letters of a row of figures; longer ones lay out a page. */
const LONGEST_ROW = 400

const NO_FIGURES: ReadonlySet<string> = new Set(['p', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'blockquote'])

const isDataRow = (row: Element): boolean => !holds(row, NO_FIGURES) && (row.textContent?.length ?? 0) < LONGEST_ROW

/** The blocks below `root`, in the order of the page. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = []
  const kinds: (readonly [Element, BlockKind])[] = []
  let open: Open = { text: '', linked: 0, element: null }
  let links = 0
  let left = false
  const flush = () => {
    const { text, linked, element } = open
    open = { text: '', linked: 0, element: null }
    if (element) blocks.push(...cut(text, kinds.at(-1)?.[1] ?? 'paragraph', linked, element))
  }
  const inRow = () => kinds.at(-1)?.[1] === 'row'
  const cell = () => {
    if (!inRow()) flush()
    else if (open.text.trim()) open.text += ' | '
  }
  walk(root, {
    enter(element) {
      const name = element.localName
      if (UNSEEN.has(name)) return false
      if (name === 'br') open.text += '\n'
      else if (CELLS.has(name)) cell()
      else if (BLOCK_ELEMENTS.has(name)) {
        const kind = name === 'tr' && !isDataRow(element) ? undefined : KINDS[name]
        if (!inRow() || kind === 'row') flush()
        else open.text += ' '
        if (kind) kinds.push([element, kind])
      }
      if (LABELS.has(name) && left && /[\p{L}\p{N}.]$/u.test(open.text)) open.text += ' '
      if (name === 'a') links++
      left = false
      return true
    },
    text(text, node) {
      left = false
      if (text.trim()) open.element ??= node.parentElement
      if (links > 0) open.linked += oneLine(text).length
      open.text += text.replace(/\s+/g, ' ')
    },
    leave(element) {
      left = LABELS.has(element.localName)
      if (element.localName === 'a') links--
      if (CELLS.has(element.localName) && !inRow()) flush()
      if (!BLOCK_ELEMENTS.has(element.localName)) return
      if (!inRow() || element.localName === 'tr') flush()
      else open.text += ' '
      if (kinds.at(-1)?.[0] === element) kinds.pop()
    },
  })
  flush()
  return blocks
}

/** The paragraphs of a run of text: an empty line ends one. */
function cut(text: string, kind: BlockKind, linked: number, element: Element): Block[] {
  const paragraphs = text.split(/\n\s*\n/).flatMap((part) => {
    const lines = part.split('\n').map(oneLine).filter(Boolean)
    return lines.length ? [lines.join('\n')] : []
  })
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
  return paragraphs.map((paragraph) => ({ kind, text: tidy(paragraph, kind), linked: Math.min(1, linked / length), element }))
}

/** Rows have no empty cells at their ends. */
const tidy = (text: string, kind: BlockKind) => (kind === 'row' ? text.replace(/(?:\s*\|\s*)+$/, '') : text)
