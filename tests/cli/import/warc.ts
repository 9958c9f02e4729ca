/** WARC and WACZ files of the tests, written as a crawler would. */
import { brotliCompressSync, crc32, gzipSync } from 'node:zlib'
import { WARCRecord, WARCSerializer } from 'warcio'

export interface Recorded {
  readonly url: string
  readonly date: string
  readonly body: string
  readonly status?: number
  readonly type?: string
  readonly encoding?: 'gzip' | 'br' | 'chunked' | 'said'
  /** A revisit of the capture at that time. */
  readonly revisits?: string
}

const encoded = (text: string): AsyncIterable<Uint8Array> => bytesOf(new TextEncoder().encode(text))

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function payload({ body, encoding }: Recorded): AsyncIterable<Uint8Array> {
  if (encoding === 'gzip') return bytesOf(gzipSync(body))
  if (encoding === 'br') return bytesOf(brotliCompressSync(body))
  if (encoding === 'chunked') return encoded(`${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`)
  return encoded(body)
}

function recordOf(one: Recorded): WARCRecord {
  const { url, date, status = 200, type = 'text/html; charset=utf-8', encoding, revisits } = one
  const encodings = {
    ...(encoding === 'chunked' && { 'Transfer-Encoding': 'chunked' }),
    ...((encoding === 'gzip' || encoding === 'br') && { 'Content-Encoding': encoding }),
    ...(encoding === 'said' && { 'Content-Encoding': 'gzip' }),
  }
  const httpHeaders = { 'Content-Type': type, ...encodings }
  const options = { url, date, httpHeaders, statusline: `HTTP/1.1 ${status} Said`, warcVersion: 'WARC/1.1' as const }
  if (revisits !== undefined)
    return WARCRecord.create({ ...options, type: 'revisit', refersToUrl: url, refersToDate: revisits }, encoded(''))
  return WARCRecord.create({ ...options, type: 'response' }, payload(one))
}

/** A WARC file; with `gzip` each record is a member of its own. */
export async function warcOf(records: readonly Recorded[], gzip = false): Promise<Uint8Array> {
  const info = WARCRecord.createWARCInfo({ filename: 'a.warc' }, { software: 'the tests' })
  const parts: Uint8Array[] = []
  for (const record of [info, ...records.map(recordOf)]) parts.push(await WARCSerializer.serialize(record, { gzip }))
  return Buffer.concat(parts)
}

/** A ZIP file (APPNOTE.TXT, 4.3) whose files are stored as they are. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name)])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, entry, Buffer.from(name)]))
    parts.push(head, Buffer.from(content))
    offset += head.length + content.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}
