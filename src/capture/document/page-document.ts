/** Parses a page. */
import { parseHTML } from 'linkedom'
import { blocksOf } from './blocks.ts'
import { normalizeRoot } from './normalize-root.ts'
import { leaveOutListeners } from './plain-nodes.ts'
import { walk } from './walk.ts'

leaveOutListeners()

/** A page that breaks off in its doctype, which the parser takes for text. */
const ONLY_DOCTYPE = /^\s*<!doctype[^>]*$/i

/**
 * Returns the document of `html`. linkedom keeps the content of `<template>` in the tree and leaves the elements as the source nests them; both are
 * mended here. Elements that nest too deep become paragraphs of their ancestor: readers take time by depth.
 */
export function parseDocument(html: string): Document {
  const { document } = parseHTML(shallow(html.replace(ONLY_DOCTYPE, '')))
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
const SHALLOWEST = 10
/**
 * The most work: the sum over a page of the levels at which its elements, and each forty letters, stand. Readers ask each element for its text and
 * for those that it holds. The articles that were measured have up to a third of it.
 */
const MOST_WORK = 300_000
const LETTERS = 40

/** How deep elements may nest in a page, for a bounded work. */
function deepestOf(document: Document): number {
  const weights = new Array<number>(DEEPEST + 1).fill(0)
  let depth = 0
  const count = (weight: number) => {
    const level = Math.min(depth, DEEPEST)
    weights[level] = (weights[level] ?? 0) + weight
  }
  walk(document.body, {
    enter() {
      depth++
      count(1)
      return true
    },
    text: (text) => count(text.length / LETTERS),
    leave: () => {
      depth--
    },
  })
  const workAt = (deepest: number) => weights.reduce((sum, weight, level) => sum + weight * Math.min(level, deepest), 0)
  let deepest = DEEPEST
  while (deepest > SHALLOWEST && workAt(deepest) > MOST_WORK) deepest = Math.max(SHALLOWEST, Math.floor(deepest / 2))
  return deepest
}

function flatten(document: Document): void {
  const deepest = deepestOf(document)
  const deep: Element[] = []
  let depth = 0
  walk(document.body, {
    enter(element) {
      if (depth >= deepest) {
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
