/** Reads the files that the user names: a text file as UTF-8, or the text files of a folder in name order. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Stop, wrongUsage } from '../exit.ts'

/** In bytes. A larger file is no article; it was named by mistake. */
const LARGEST = 1024 * 1024

const TEXT_NAME = /\.(md|markdown|txt)$/i
const byName = new Intl.Collator('en', { numeric: true }).compare

/** The beginnings of text files in formats that are not read. */
const OTHER_FORMATS: readonly [RegExp, string][] = [
  [/^\s*<(?:!doctype|html|head|body|\?xml)\b/i, 'is HTML'],
  [/^\{\\rtf/, 'is RTF'],
  [/^%PDF-/, 'is a PDF'],
]

/** The name of standard input where a file is named. */
export const STANDARD_INPUT = '-'

/**
 * The text of a file, or of `input` for standard input, without a byte order mark. Throws a Stop if it is missing, not text, not UTF-8, another
 * format, or too large.
 */
export async function readText(path: string, input: () => Promise<Uint8Array>): Promise<string> {
  const bytes = path === STANDARD_INPUT ? sized(path, await input()) : await attempt(path, () => bytesOf(path))
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw wrongUsage(`${path} is UTF-16; save it as UTF-8`)
  }
  if (bytes.includes(0)) throw wrongUsage(`${path} is not a text file; give plain text or Markdown`)
  const text = decoded(bytes, path)
  const [, other] = OTHER_FORMATS.find(([beginning]) => beginning.test(text)) ?? []
  if (other) throw wrongUsage(`${path} ${other}; save the article as plain text or Markdown`)
  return text
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  return size > LARGEST ? tooLarge(path, size) : readFile(path)
}

const sized = (path: string, bytes: Uint8Array): Uint8Array => (bytes.length > LARGEST ? tooLarge(path, bytes.length) : bytes)

function tooLarge(path: string, size: number): never {
  throw wrongUsage(`${path} has ${size} bytes; an article has at most 256 KiB`)
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrongUsage(`${path} is not valid UTF-8; save it as plain text in UTF-8`)
  }
}

export async function isFolder(path: string): Promise<boolean> {
  return attempt(path, async () => (await stat(path)).isDirectory())
}

/** The .md, .markdown and .txt files of a folder, 2.md before 10.md; hidden files and folders inside it are left out. */
export async function textFilesOf(folder: string): Promise<string[]> {
  const entries = await attempt(folder, () => readdir(folder, { withFileTypes: true }))
  const names = entries.filter((entry) => !entry.isDirectory() && TEXT_NAME.test(entry.name)).map((entry) => entry.name)
  const seen = names.filter((name) => !name.startsWith('.') && !/^readme\./i.test(name))
  if (seen.length === 0) throw wrongUsage(`${folder} has no .md, .markdown or .txt file`)
  return seen.sort(byName).map((name) => join(folder, name))
}

/** The folders in a folder, in name order. */
export async function foldersOf(folder: string): Promise<string[]> {
  const entries = await attempt(folder, () => readdir(folder, { withFileTypes: true }))
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return names.sort(byName).map((name) => join(folder, name))
}

/** A file's name without folder and ending. */
export function stem(path: string): string {
  return basename(path).replace(/(?<=.)\.[^.]*$/, '')
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read; check its permissions',
  EPERM: 'it may not be read; check its permissions',
}

async function attempt<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Stop || !(error instanceof Error && 'code' in error)) throw error
    const code = String(error.code)
    throw wrongUsage(`cannot read ${path}: ${REASONS[code] ?? code}`)
  }
}
