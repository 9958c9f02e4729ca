/** Parses a page. */
import { parseHTML } from 'linkedom'

/** The address and the parsed document of a page, with what its head says. */
export interface PageDocument {
  readonly url: string
  readonly html: string
  readonly document: Document
}

/**
 * Returns the document of `html`. linkedom keeps the content of `<template>` in the tree and adds no `<html>`, `<head>` or `<body>` that the source
 * leaves out; both are mended here.
 */
export function parseDocument(html: string): Document {
  const { document } = parseHTML(rooted(html))
  for (const template of document.querySelectorAll('template')) template.remove()
  gatherBody(document)
  return document
}

/** The source with an `<html>` element. */
function rooted(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html.replace(/<!doctype[^>]*>/i, '')}</body></html>`
}

/** Gives a document without `<body>` one that holds all that follows the head. */
function gatherBody(document: Document): void {
  const root = document.documentElement
  const children = [...root.children]
  if (children.some(({ localName }) => localName === 'body' || localName === 'frameset')) return
  const body = document.createElement('body')
  for (const node of [...root.childNodes]) if ((node as Element).localName !== 'head') body.append(node)
  root.append(body)
}
