import type { Block } from '../document/blocks.ts'
import type { TrimRule } from './trim-rule.ts'

const HEADS =
  /^(?:related(?: (?:posts?|articles?|stories|news|content|topics|links|coverage))?|more (?:from|on|stories|news|in)\b.*|most (?:read|popular|viewed)|recommended(?: (?:for you|stories|reading))?|you (?:may|might) (?:also )?(?:like|be interested)\b.*|read (?:next|also|more)|trending(?: now)?|popular(?: posts)?|latest(?: (?:news|posts|stories))?|comments?|(?:\d+ )?(?:comments?|replies|responses|thoughts on .*)|leave a (?:reply|comment)|join the (?:conversation|discussion)|about the authors?|share this(?:\b.*)?|tags?|filed under|sponsored(?: content)?|from our partners|around the web|post navigation|newsletter|sign up\b.*|subscribe\b.*|kommentare|das könnte (?:sie|dich) auch interessieren|mehr zum thema|weitere (?:artikel|themen|meldungen|nachrichten)|ähnliche (?:artikel|beiträge)|verwandte (?:artikel|themen)|auch interessant|meistgelesen|schreibe einen kommentar|articles? (?:liés|similaires)|à lire aussi|sur le même sujet|commentaires|artículos relacionados|noticias relacionadas|comentarios|leggi anche|articoli correlati|commenti|leia também|veja também|lees ook|läs (?:också|mer)|les også|lue myös|czytaj także|komentarze|читайте также|комментарии)\s*[:.…]?$/iu

/** The most running text that may follow such a heading, as a share of the whole. */
const MOST = 0.3

/** A heading such as "Related articles" or "Comments", with all that follows it. */
export const tail: TrimRule = {
  name: 'tail',
  drops: (_, { blocks, index }) => {
    const start = tailOf(blocks)
    return start !== null && index >= start
  },
}

const starts = new WeakMap<readonly Block[], number | null>()

function tailOf(blocks: readonly Block[]): number | null {
  const known = starts.get(blocks)
  if (known !== undefined) return known
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0)
  let before = 0
  let start: number | null = null
  for (const [index, { text }] of blocks.entries()) {
    if (text.length < 70 && HEADS.test(text) && total - before < MOST * total + 300 && index > 1) {
      start = index
      break
    }
    before += text.length
  }
  starts.set(blocks, start)
  return start
}
