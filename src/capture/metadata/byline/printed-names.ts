import { datesIn } from '../date-text.ts'
import { aroundHeadline } from '../headline-line.ts'
import { nameKind, namesIn, saysBy, withLabels } from './author-names.ts'
import type { BylineSource } from './byline-source.ts'

/** The longest line of a byline, in letters. */
const LONGEST = 160

const POSTED =
  /\b(?:posted|published|written|veröffentlicht|geschrieben|verfasst|erstellt|publié|publicado|pubblicato|gepost|geplaatst)(?!\p{L}).{0,60}?\b(?:by|von|par|por|da|door)\s+(.{3,60})/iu

/** "By", also behind the date that stands first. */
const SAYS_BY =
  /(?:^|[\s|·•/(,])(?:by|von|par|por|autor(?:in|en|es)?(?:\/autor(?:in)?)?|author|auteur|door)(?:\s*:\s*|\s+)(.{2,100})/iu
/** The end of the names behind it. */
const BEHIND =
  /\s(?:in|on|at|am|um|le|el|il|last|updated|published|posted|leave|نشر|تاريخ|aktualisiert|veröffentlicht)\s.*$|\s*[|·•–—(].*$|\s\d.*$/iu

/** Lines near the headline that say "By", at their start or beside a date. */
export const printedNames: BylineSource = ({ facts, title }) => {
  const blocks = aroundHeadline(facts, title)
  const lines = withLabels(blocks.flatMap(({ text }) => (text.length > LONGEST ? [] : text.split('\n'))))
  const said = lines.flatMap((line) => {
    const posted = POSTED.exec(line)?.[1]
    const starts = saysBy(line)
    const beside = starts || datesIn(line).length > 0 || line.includes('|') ? SAYS_BY.exec(line)?.[1] : undefined
    const names = posted ?? beside ?? (starts ? line : undefined)
    return names === undefined ? [] : [names.replace(BEHIND, '')]
  })
  const kindOf = (line: string) => namesIn(line).map(nameKind)
  return [
    said.find((line) => kindOf(line).includes('person')) ?? said.find((line) => kindOf(line).includes('account')) ?? '',
  ].filter(Boolean)
}
