/** The text of elements as a reader sees it. */

/** Elements whose content no reader sees as text. */
export const UNSEEN: ReadonlySet<string> = new Set(
  'head title meta link base script style noscript template svg math iframe object embed canvas video audio map select option datalist textarea input button dialog'.split(
    ' ',
  ),
)

/** White space, also the kinds that HTML does not collapse, and marks without width. */
const SPACE = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff]+/g
const NO_WIDTH = /[\u00ad\u200b\u2060]/g

/** One line of text: white space collapsed, none at its ends. */
export function oneLine(text: string): string {
  return text.replace(NO_WIDTH, '').replace(SPACE, ' ').trim()
}

/** The text of an element without what readers do not see, on one line. */
export function textOf(element: Element): string {
  if (!element.querySelector('script,style,noscript,svg')) return oneLine(element.textContent ?? '')
  const parts: string[] = []
  walk(element, {
    enter: (inner) => !UNSEEN.has(inner.localName),
    text: (text) => parts.push(text),
    leave: () => {},
  })
  return oneLine(parts.join(''))
}

export interface Visitor {
  /** false: leave the element out with all that it holds. */
  enter(element: Element): boolean
  text(text: string, node: Node): void
  leave(element: Element): void
}

const ELEMENT = 1
const TEXT = 3
const CDATA = 4

/** Visits what is below `root` in the order of the page, without recursion: pages may nest without bound. */
export function walk(root: Node, visitor: Visitor): void {
  let node: Node | null = root.firstChild
  while (node) {
    const entered = visit(node, visitor)
    const next: Node | null = entered ? node.firstChild : null
    if (next) {
      node = next
      continue
    }
    if (entered) visitor.leave(node as Element)
    node = following(node, root, visitor)
  }
}

/** Visits a node; true if it is an element that was entered. */
function visit(node: Node, visitor: Visitor): boolean {
  if (node.nodeType === ELEMENT) return visitor.enter(node as Element)
  if (node.nodeType === TEXT || node.nodeType === CDATA) visitor.text(node.nodeValue ?? '', node)
  return false
}

/** The next sibling of a node or of the nearest ancestor below `root` that has one; ancestors are left on the way. */
function following(node: Node, root: Node, visitor: Visitor): Node | null {
  let at: Node | null = node
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling
    at = at.parentNode
    if (at && at !== root) visitor.leave(at as Element)
  }
  return null
}
