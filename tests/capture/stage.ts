/** Shared by the tests of reading pages. */
import { parseDocument } from '../../src/capture/document/page-document.ts'

/** Running text, so that what a rule takes out is a small part of the page. */
export const RUNNING = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>The council voted on day ${i} to raise the fares of the ferry, the first rise in four years, and nobody was surprised by it.</p>`,
).join('')

/** The document of a page with running text and `html` behind it. */
export const pageWith = (html: string): Document =>
  parseDocument(`<html><head></head><body><article>${RUNNING}${html}</article></body></html>`)
