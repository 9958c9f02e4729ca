/** Parses a page. */
import { parseHTML } from 'linkedom'
import { blocksOf } from './blocks.ts'
import { normalizeRoot } from './normalize-root.ts'
import { walk } from './text-of.ts'

/**
 * Returns the document of `html`. linkedom keeps the content of `<template>` in the tree and leaves the elements as the source nests them; both are
 * mended here. Elements below `DEEPEST` become paragraphs of their ancestor: readers take time by depth.
 */
export function parseDocument(html: string): Document {
  const { document } = parseHTML(shallow(html))
  for (const template of document.querySelectorAll('template')) template.remove()
  normalizeRoot(document)
  flatten(document)
  return document
}

/** The parser takes time by the square of the depth: from this on, tags that open an element are left out. */
const BEYOND = 1_000
/** Elements that close themselves, or are often left open because the next one closes them. */
const UNCOUNTED = /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|td|th|tr|track|wbr)$/i

function shallow(html: string): string {
  let depth = 0
  return html.replace(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi, (tag, closing: string, name: string) => {
    if (UNCOUNTED.test(name)) return tag
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    return depth > BEYOND && !closing ? ' ' : tag
  })
}

/** How deep elements may nest. Real pages stay far below; those with tags that are never closed do not. */
const DEEPEST = 200

function flatten(document: Document): void {
  const deep: Element[] = []
  let depth = 0
  walk(document.body, {
    enter(element) {
      if (depth >= DEEPEST) {
        deep.push(element)
        return false
      }
      depth++
      return true
    },
    text: () => {},
    leave: () => {
      depth--
    },
  })
  for (const element of deep) {
    const paragraphs = blocksOf(element).map(({ text }) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = text
      return paragraph
    })
    element.replaceWith(...paragraphs)
  }
}
