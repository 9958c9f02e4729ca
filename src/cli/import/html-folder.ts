/** A folder of saved pages: each with the address and the time of its capture, as far as the file and what is beside it tell. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { wrongUsage } from '../exit.ts'
import { utc } from '../input/time.ts'
import { type CaptureSource, type FoundCapture, timeOfStamp, webAddressOf } from './found-capture.ts'

const PAGE_NAME = /\.(?:html?|xhtml)$/i
const byName = new Intl.Collator('en', { numeric: true }).compare
/** How much of a page is searched for its address and time, in bytes. */
const SEARCHED = 256 * 1024

interface Sidecar {
  readonly url?: unknown
  readonly captured_at?: unknown
  readonly status?: unknown
  readonly headers?: unknown
}

/** The pages of a folder and of the folders in it. Throws a Stop for a page without an address. `address`: that of pages that tell none. */
export async function htmlFolder(folder: string, address: string | null): Promise<CaptureSource> {
  // With their types: so that links to folders, which may lead round in a circle, are not followed.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const paths = names.filter((name) => PAGE_NAME.test(name) && !/(?:^|[\\/])\./.test(name)).sort(byName)
  if (paths.length === 0) throw wrongUsage(`${folder} has no .html or .htm file`)
  const captures: FoundCapture[] = []
  const shown = basename(resolve(folder))
  for (const name of paths) captures.push(await savedPage(join(folder, name), `${shown}/${name}`, address))
  return { captures, skipped: new Map(), isRemote: false, close: async () => {} }
}

/** `source`: the file as the archive shows it to readers, without where it lies on this machine. */
async function savedPage(path: string, source: string, address: string | null): Promise<FoundCapture> {
  const sidecar = await sidecarOf(path)
  const head = (await readFile(path)).subarray(0, SEARCHED).toString('latin1')
  const saved = savedIn(head)
  const url = webAddressOf(String(sidecar.url ?? saved.url ?? address ?? ''))
  if (url === null)
    throw wrongUsage(`${path} does not tell its address; give --address, or {"url": …} in ${basename(path)}.json beside it`)
  if (sidecar.captured_at !== undefined && utc(String(sidecar.captured_at)) === null)
    throw wrongUsage(`${path}.json: captured_at "${sidecar.captured_at}" is not a time; write it as 2025-03-12T12:05:00Z`)
  const told = sidecar.captured_at === undefined ? null : utc(String(sidecar.captured_at))
  const capturedAt = told ?? timeInName(basename(path)) ?? saved.time ?? (await stat(path)).mtime.toISOString()
  const { status, headers } = answerIn(sidecar)
  return { url, capturedAt, source, load: async () => ({ status, headers, bytes: await readFile(path) }) }
}

/** "page.html.json" or "page.json" beside "page.html". Throws a Stop if it is no JSON object. */
async function sidecarOf(path: string): Promise<Sidecar> {
  for (const beside of [`${path}.json`, path.replace(PAGE_NAME, '.json')]) {
    const text = await readFile(beside, 'utf8').catch(() => null)
    if (text === null) continue
    const value = parsed(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongUsage(`${beside} is no JSON object`)
    return value
  }
  return {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function answerIn({ status, headers }: Sidecar) {
  const fields = typeof headers === 'object' && headers !== null ? Object.entries(headers) : []
  return {
    status: typeof status === 'number' && Number.isInteger(status) ? status : 200,
    headers: {
      'content-type': 'text/html',
      ...Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), String(value)])),
    },
  }
}

/** "20250312120500" or "2025-03-12T12-05-00" or "2025-03-12 120500" in a name; a date alone is the end of that day. */
export function timeInName(name: string): string | null {
  const stamp = /(?<!\d)\d{14}(?!\d)/.exec(name)?.[0]
  if (stamp !== undefined) return timeOfStamp(stamp)
  const [, date, hour, minute, second = '00'] =
    /(?<!\d)(\d{4}-\d\d-\d\d)(?:[T _.-]?(\d\d)[:._-]?(\d\d)(?:[:._-]?(\d\d))?)?(?!\d)/.exec(name) ?? []
  if (date === undefined) return null
  return hour === undefined ? utc(date) : utc(`${date}T${hour}:${minute}:${second}Z`)
}

/** The address and the time that a page tells: by a comment of the program that saved it, or its address by link and meta. */
export function savedIn(html: string): { readonly url: string | null; readonly time: string | null } {
  const comment = /<!--\s*Page saved with SingleFile([\s\S]{0,2000}?)-->/.exec(html)?.[1] ?? ''
  const [, fromComment] = /\burl:\s*(\S+)/.exec(comment) ?? /<!-- saved from url=\(\d+\)(\S+?) ?-->/.exec(html) ?? []
  const date = Date.parse((/\bsaved date:\s*([^\n(]+)/.exec(comment)?.[1] ?? '').trim())
  const url =
    fromComment ??
    addressTag(html, 'link', 'rel', 'canonical', 'href') ??
    addressTag(html, 'meta', 'property', 'og:url', 'content')
  return { url: url ?? null, time: Number.isNaN(date) ? null : new Date(date).toISOString() }
}

/** The value of an attribute of the first tag of a name whose other attribute has a value. */
function addressTag(html: string, tag: string, key: string, value: string, wanted: string): string | undefined {
  for (const [attributes] of html.matchAll(new RegExp(`<${tag}\\s[^>]{1,2000}>`, 'gi'))) {
    const of = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'i').exec(attributes)?.[1]
    if (of(key)?.toLowerCase() === value) return of(wanted)?.replaceAll('&amp;', '&')
  }
  return undefined
}
