/** Corrections and notes of the editor, which readers of articles leave out where they stand beside the text. */
import { beginsNote, namedNote } from '../cleaning/note.ts'
import type { Block } from '../document/blocks.ts'
import type { PageFacts } from '../metadata/page-facts.ts'

const LONGEST = 1_500

/** The notes of the page that `body` does not hold: those that stand before its first block, and the rest. */
export function notesOf(facts: PageFacts, body: readonly Block[]): { readonly before: Block[]; readonly after: Block[] } {
  const first = body[0]?.text
  if (first === undefined) return { before: [], after: [] }
  const lines = facts.lines()
  const start = lines.findIndex(({ text }) => text === first)
  const whole = body.map(({ text }) => text).join('\n')
  const before: Block[] = []
  const after: Block[] = []
  for (const [index, line] of lines.entries()) {
    if (!isNote(line) || whole.includes(line.text)) continue
    if (index < start) before.push(line)
    else after.push(line)
  }
  return { before, after }
}

function isNote({ text, linked, element }: Block): boolean {
  if (text.length > LONGEST || linked > 0.5) return false
  // A word alone is the label of a link or a heading.
  const said = (beginsNote(text) && text.length > 40) || (text.includes(' ') && namedNote(element))
  return said && element.closest('nav,form,[class*="comment" i]') === null
}
