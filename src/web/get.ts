/** One request to the web, as each runtime makes it, and the bound on a body. */

export interface WebAnswer {
  readonly status: number
  readonly headers: Headers
  /** Decoded from gzip, deflate or brotli; null: there is none. */
  readonly body: ReadableStream<Uint8Array> | null
}

/** Requests an address, by default with GET, and follows no redirect. Throws where there is no answer. */
export type Get = (
  url: string,
  request: {
    readonly method?: 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
    readonly signal: AbortSignal
  },
) => Promise<WebAnswer>

/**
 * Reads a body of at most `most` bytes, counted after decoding, so that a small answer cannot become a large one. Null: it has more;
 * then the rest is not read.
 */
export async function readBody(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const { bytes, isWhole } = await readStart(body, most)
  return isWhole ? bytes : null
}

/** Reads the first `most` bytes of a body, counted after decoding, and at most a chunk more; the rest is not read. */
export async function readStart(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly isWhole: boolean }> {
  if (body === null) return { bytes: new Uint8Array(), isWhole: true }
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  let isWhole = false
  while (length <= most) {
    const { done, value } = await reader.read()
    if (done) {
      isWhole = true
      break
    }
    length += value.length
    chunks.push(value)
  }
  if (!isWhole) await reader.cancel().catch(() => {})
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return { bytes: isWhole ? bytes : bytes.subarray(0, most), isWhole }
}
