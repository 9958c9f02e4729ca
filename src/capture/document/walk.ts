/** Visits the nodes of a document in the order of the page. */

export interface Visitor {
  /** false: leave the element out with all that it holds; `end`: visit nothing more. */
  enter(element: Element): boolean | 'end'
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
    if (entered === 'end') return
    const next: Node | null = entered ? node.firstChild : null
    if (next) {
      node = next
      continue
    }
    if (entered) visitor.leave(node as Element)
    node = following(node, root, visitor)
  }
}

/** Visits a node; false if it is no element, or one that is left out. */
function visit(node: Node, visitor: Visitor): boolean | 'end' {
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
