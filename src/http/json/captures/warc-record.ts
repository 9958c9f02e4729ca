/** A capture as a WARC file of one response record (ISO 28500:2017, WARC/1.1), for the tools of web archives. */
import { sha256OfBytes } from '../../../store/hash.ts'
import type { CaptureJson } from './capture-json.ts'

/** Header fields that describe the transfer and not the bytes that are kept, which are decoded. */
const OF_TRANSFER = /^(?:content-encoding|transfer-encoding|content-length|connection)$/i

/** The media type of the file. */
export const WARC = 'application/warc'

/** The file, not compressed. Fields of the transfer are renamed, as the decoded body is not what they describe. */
export function warcOf(capture: CaptureJson, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const fields = Object.entries(capture.headers).map(
    ([name, value]) => `${OF_TRANSFER.test(name) ? `x-archive-orig-${name}` : name}: ${value}`,
  )
  const status = `HTTP/1.1 ${capture.status ?? 200} `
  const http = encoder.encode([status, ...fields, `content-length: ${bytes.length}`, '', ''].join('\r\n'))
  const block = joined(http, bytes)
  const id = sha256OfBytes(encoder.encode(`${capture.landed} ${capture.captured_at} ${capture.raw_hash}`))
  const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
  const header = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:${uuid}>`,
    `WARC-Date: ${capture.captured_at}`,
    `WARC-Target-URI: ${capture.landed}`,
    `WARC-Payload-Digest: sha256:${sha256OfBytes(bytes)}`,
    `WARC-Block-Digest: sha256:${sha256OfBytes(block)}`,
    'Content-Type: application/http;msgtype=response',
    `Content-Length: ${block.length}`,
    '',
    '',
  ].join('\r\n')
  return joined(encoder.encode(header), block, encoder.encode('\r\n\r\n'))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
