import type { Block } from '../../document/blocks.ts'
import type { PageFacts } from '../page-facts.ts'
import { isNameAlone, nameKind, namesIn, saysBy, withLabels } from './author-names.ts'
import type { BylineSource } from './byline-source.ts'

/** How many lines behind the text may say "By"; a name alone stands in the text, at its ends. */
const BEHIND = 6
const LONGEST = 100

/** The line below the text that says who wrote it: "Von Ada Moreno", "Autorin: Ada Moreno", or the name alone; also the name alone at its start. */
export const signature: BylineSource = ({ facts, body }) => {
  const end = endOf(facts, body)
  const behind = end < 0 ? [] : facts.lines().slice(end + 1, end + 1 + BEHIND)
  const lines = [...behind, ...body.slice(-1)].flatMap(({ text }) => text.split('\n'))
  const said = withLabels(lines).filter(saysAuthor)
  const alone = [...body.slice(-1), ...body.slice(0, 2)].flatMap(nameAlone)
  return [...said, ...alone].slice(0, 1)
}

const GREETING =
  /^(?:gru(?:ß|ss)|grüße|euere?|dein|ihre?|liebe|herzlich|regards|cheers|love|yours|thanks|danke|saludos|merci|bisous|saluti)(?!\p{L})/iu

/** The name of a person that is all of a paragraph or of its first line, without the dash or the brackets around it. */
function nameAlone({ kind, text, linked }: Block): string[] {
  if (kind !== 'paragraph' || linked >= 0.5) return []
  const line = (text.split('\n')[0] ?? '').replace(/^[\s(–—-]+|[\s).]+$/g, '')
  return isNameAlone(line) && !GREETING.test(line) ? [line] : []
}

const saysAuthor = (line: string) =>
  line.length < LONGEST && saysBy(line) && !/[.!?]\s/.test(line) && namesIn(line).some((name) => nameKind(name) === 'person')

/** The index of the last line of the body among those of the page. */
function endOf(facts: PageFacts, body: readonly Block[]): number {
  const last = body.at(-1)?.text
  return last === undefined ? -1 : facts.lines().findLastIndex(({ text }) => text === last)
}
