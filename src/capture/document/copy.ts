/** Copies of a document, for readers that change what they read. */

const DOCTYPE = 10

/** Takes `elements` out of their document while `work` goes on, and puts them back. */
export function without<T>(elements: readonly Element[], work: () => T): T {
  const places = elements.map((element) => {
    const { parentNode, nextSibling } = element
    element.remove()
    return { element, parentNode, nextSibling }
  })
  try {
    return work()
  } finally {
    // The last that was taken out stands where its neighbours are as it left them.
    for (const { element, parentNode, nextSibling } of places.reverse()) parentNode?.insertBefore(element, nextSibling)
  }
}

/** A copy of a document as it is, without its doctype: far cheaper than to parse the page again. */
export function copyOf(document: Document): Document {
  const copy = document.cloneNode(false) as Document
  for (const node of document.childNodes) if (node.nodeType !== DOCTYPE) copy.appendChild(copy.importNode(node, true))
  return copy
}
