/** Tells what stands beside an article from what belongs to it. */
import { classWords } from '../document/class-words.ts'

const BOXES: ReadonlySet<string> = new Set(['aside', 'nav', 'footer'])
const NAMES =
  /[ -](?:comments?|commentlist|related|sidebar|recommend\w*|teasers?|most-read|popular|latest|widget|footer|nav|card)(?=[ -])/

/** Whether an element lies in a list or a box beside the article. One that holds the headline too is the page itself. */
export function besideArticle(element: Element, headline: Element | undefined): boolean {
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    if (headline && at.contains(headline)) return false
    if (BOXES.has(at.localName) || NAMES.test(classWords(at, ['class', 'id']))) return true
  }
  return false
}
