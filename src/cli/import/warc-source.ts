/** The pages in WARC and WACZ files. Their bodies are unpacked into a folder for as long as they are needed. */
import { createReadStream, rmSync } from 'node:fs'
import { mkdtemp, open, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { LimitReader, WARCParser, type WARCRecord } from 'warcio'
import { MOST_BYTES } from '../../web/fetch-resource.ts'
import { type CaptureSource, type FoundCapture, isPage, type LoadedCapture, Skipped, webAddressOf } from './found-capture.ts'
import { warcsIn } from './wacz.ts'

/** Whether a file is a WARC, compressed or not, or a WACZ, by its first bytes. */
export async function warcKind(path: string): Promise<'warc' | 'wacz' | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    if (start.startsWith('PK\u0003\u0004')) return 'wacz'
    return start === 'WARC/' || start.startsWith('\u001f\u008b') ? 'warc' : null
  } finally {
    await file.close()
  }
}

/** Reads all records once. A revisit has the body of the response that it names, wherever in the files that is. */
export async function warcSource(path: string, kind: 'warc' | 'wacz'): Promise<CaptureSource> {
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-import-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const close = async () => {
    process.off('exit', remove)
    remove()
  }
  try {
    const unpacking = new Unpacking(folder, basename(path))
    if (kind === 'warc') await unpacking.readAll(createReadStream(path))
    else for await (const { stream } of warcsIn(path)) await unpacking.readAll(stream)
    return { captures: unpacking.captures(), skipped: unpacking.skipped, isRemote: false, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A response: what its record says, and the file of its body. */
interface Unpacked extends Omit<LoadedCapture, 'bytes' | 'capturedAt'> {
  readonly url: string
  readonly capturedAt: string
  readonly file: string
}

interface Revisit {
  readonly url: string
  readonly capturedAt: string
  readonly digest: string | null
  readonly refersTo: string | null
}

class Unpacking {
  readonly skipped = new Skipped()
  readonly #folder: string
  readonly #name: string
  readonly #responses: Unpacked[] = []
  readonly #revisits: Revisit[] = []
  readonly #byDigest = new Map<string, Unpacked>()
  readonly #byCapture = new Map<string, Unpacked>()

  constructor(folder: string, name: string) {
    this.#folder = folder
    this.#name = name
  }

  async readAll(stream: Readable): Promise<void> {
    for await (const record of WARCParser.iterRecords(stream)) {
      const url = webAddressOf(record.warcTargetURI ?? '')
      const time = Date.parse(record.warcDate ?? '')
      if (url === null || Number.isNaN(time)) continue
      const capturedAt = new Date(time).toISOString()
      if (record.warcType === 'revisit') this.#revisit(record, url, capturedAt)
      else if (record.warcType === 'response') await this.#response(record, url, capturedAt)
    }
  }

  #revisit(record: WARCRecord, url: string, capturedAt: string): void {
    const [uri, date] = [record.warcRefersToTargetURI, Date.parse(record.warcRefersToDate ?? '')]
    const refersTo = Number.isNaN(date) ? null : captureKey(webAddressOf(uri ?? '') ?? url, new Date(date).toISOString())
    this.#revisits.push({ url, capturedAt, digest: record.warcPayloadDigest ?? null, refersTo })
  }

  async #response(record: WARCRecord, url: string, capturedAt: string): Promise<void> {
    const info = record.getResponseInfo()
    const status = Number(info?.status)
    if (!info || !Number.isInteger(status) || status < 100 || status > 599) return this.skipped.add('no page')
    const headers = Object.fromEntries([...info.headers].map(([name, value]) => [name.toLowerCase(), value]))
    if (status >= 300 && status < 400) return this.skipped.add('redirect')
    if (!isPage(headers['content-type'] ?? '')) return this.skipped.add('no page')
    if (record.warcContentLength > 2 * MOST_BYTES) return this.skipped.add('too large')
    const bytes = await bodyOf(record)
    if (bytes === null) return this.skipped.add('too large')
    if (isCut(record)) return this.skipped.add('cut off')
    const file = join(this.#folder, String(this.#responses.length))
    await writeFile(file, bytes)
    const response = { url, capturedAt, status, headers, file }
    this.#responses.push(response)
    this.#byCapture.set(captureKey(url, capturedAt), response)
    if (record.warcPayloadDigest) this.#byDigest.set(record.warcPayloadDigest, response)
  }

  captures(): FoundCapture[] {
    const again = this.#revisits.flatMap(({ url, capturedAt, digest, refersTo }) => {
      const original = this.#byCapture.get(refersTo ?? '') ?? this.#byDigest.get(digest ?? '')
      if (original) return [{ ...original, url, capturedAt }]
      this.skipped.add('revisit of what the file does not have')
      return []
    })
    return [...this.#responses, ...again].map(({ url, capturedAt, status, headers, file }) => ({
      url,
      capturedAt,
      source: this.#name,
      load: async () => ({ status, headers, bytes: await readFile(file) }),
    }))
  }
}

const captureKey = (url: string, capturedAt: string): string => `${capturedAt} ${url}`

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

const DECODERS: Readonly<Record<string, readonly Decode[]>> = {
  gzip: [gunzipSync],
  'x-gzip': [gunzipSync],
  deflate: [inflateSync, inflateRawSync],
  br: [brotliDecompressSync],
}

/** Whether the file ended before the record that was read: a crawl that was interrupted. */
const isCut = ({ _reader: rest }: WARCRecord): boolean => rest instanceof LimitReader && rest.limit > 0

/** The decoded body of a response; null: it is too large. */
async function bodyOf(record: WARCRecord): Promise<Uint8Array | null> {
  const headers = record.httpHeaders?.headers
  const encoding = headers?.get('Content-Encoding')?.trim().toLowerCase() ?? ''
  // Without the field the reader takes the chunks apart, and leaves the encoding to us.
  headers?.delete('Content-Encoding')
  const body = await record.readFully(true)
  for (const decode of DECODERS[encoding] ?? []) {
    try {
      return decode(body, { maxOutputLength: MOST_BYTES })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null
      // Many crawlers store the decoded body under the field of the encoded one.
    }
  }
  return body.length > MOST_BYTES ? null : body
}
