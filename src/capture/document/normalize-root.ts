/** Gives a document the tree that the HTML standard gives every page: one `<html>`, which holds a `<head>`, then a `<body>`. */

const METADATA: ReadonlySet<string> = new Set('base link meta noscript script style template title'.split(' '))
const DOCUMENT_TYPE = 10
const COMMENT = 8

/**
 * linkedom takes the first element for the root, and makes an empty body where none stands directly behind the head: for it the text of a page is
 * lost that begins with a warning of the server, has a script between head and body, or leaves out a tag. Metadata before the body go to the head,
 * all else goes to the body; a second body is joined to the first.
 */
export function normalizeRoot(document: Document): void {
  const root = [...document.children].find(({ localName }) => localName === 'html') ?? document.createElement('html')
  if (isNormal(document, root)) return
  const top = [...document.childNodes].filter(({ nodeType }) => nodeType !== DOCUMENT_TYPE)
  const parts = opened(opened(top, 'html'), 'head').filter(({ nodeType }) => nodeType !== COMMENT)
  const body = (parts.find((node) => isNamed(node, 'body')) as Element | undefined) ?? document.createElement('body')
  const start = parts.indexOf(body)
  const before = start < 0 ? parts : parts.slice(0, start)
  const after = start < 0 ? [] : parts.slice(start + 1)
  const head = document.createElement('head')
  for (const node of top) if (node !== root) node.remove()
  head.append(...before.filter(isMetadata))
  body.prepend(...before.filter((node) => !isMetadata(node)))
  body.append(...opened(after, 'body'))
  root.replaceChildren(head, body)
  document.append(root)
}

function isNormal(document: Document, root: Element): boolean {
  const [head, body, more] = [...root.children]
  return (
    document.children.length === 1 &&
    head?.localName === 'head' &&
    body?.localName === 'body' &&
    more === undefined &&
    [...head.children].every(isMetadata)
  )
}

/** The nodes, with the children of those of this name in their place. */
const opened = (nodes: readonly ChildNode[], name: string): ChildNode[] =>
  nodes.flatMap((node) => (isNamed(node, name) ? [...node.childNodes] : [node]))

const isNamed = (node: Node, name: string): boolean => (node as Element).localName === name

const isMetadata = (node: Node): boolean => METADATA.has((node as Element).localName)
