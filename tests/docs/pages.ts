/** The documentation as tests read it: its pages, their fenced blocks, tables and links. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Page {
  readonly path: string
  readonly text: string
}

const inDocs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))

export const PAGES: readonly Page[] = [
  'README.md',
  'ARCHITECTURE.md',
  'seed/README.md',
  ...inDocs.map((name) => `docs/${name}`),
]
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

export function page(path: string): string {
  const found = PAGES.find((one) => one.path === path)
  if (!found) throw new Error(`there is no page ${path}`)
  return found.text
}

export interface Fence {
  /** The info string: "sh", "json panel". */
  readonly info: string
  readonly body: string
}

export function fencesOf(text: string): Fence[] {
  return [...text.matchAll(/^```(\w[^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({ info, body }))
}

/** Commands that a page shows in a block, indented or fenced, that begin with `program`. */
export function commandsOf(text: string, program: string): string[] {
  const pattern = new RegExp(`^(?: {4})?${program} (.+?)(?: +#.*)?$`, 'gm')
  return [...text.matchAll(pattern)].map(([, rest = '']) => rest)
}

/** The cells of the table rows of a page, trimmed. */
export function rowsOf(text: string): string[][] {
  return [...text.matchAll(/^\|(.*)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
}

/** The code that a text has in backticks, fenced blocks aside. */
export const codeIn = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

/** A page without its code. */
export const proseOf = (text: string): string =>
  text
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/`[^`]*`/g, '')

/** Targets of links and pictures. */
export const linksOf = (text: string): string[] =>
  [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

/** The anchors of a page's headings, as GitHub makes them. */
export const anchorsOf = (text: string): string[] =>
  [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
