/** Decodes the bytes of a page, as browsers do: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding. */

export interface DecodedPage {
  readonly text: string
  /** The name of the encoding in the Encoding Standard, in lower case. */
  readonly charset: string
  /** The place that named it; `guess`: none did. */
  readonly from: 'bom' | 'header' | 'meta' | 'guess'
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/** How many bytes from the start may hold the meta element. The standard says 1,024; real pages put scripts before it. */
const HEAD = 16_384

/**
 * The text of a page: by its byte order mark, else the charset of `contentType`, else that of its meta element or XML declaration, else UTF-8 where
 * the bytes are valid, else windows-1252. Names that no decoder knows are passed over; bytes that are not valid become U+FFFD. Otherwise than
 * in browsers, a header does not count that the bytes belie, so that a server that changes its header changes no text: one that says UTF-8
 * where the bytes are not and the page names another, and one that says windows-1252 or ISO 8859-1 where the bytes are UTF-8.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const mark = MARKS.find(([start]) => start.every((byte, i) => bytes[i] === byte))
  if (mark) return decoded(bytes, mark[1], 'bom')
  const header = known(/charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1])
  const meta = known(declaredIn(bytes))
  if (header && !isBelied(bytes, header, meta)) return decoded(bytes, header, 'header')
  // A page that could be read so far is not UTF-16, whatever it says.
  if (meta) return decoded(bytes, meta.startsWith('utf-16') ? 'utf-8' : meta, 'meta')
  return decoded(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252', 'guess')
}

function isBelied(bytes: Uint8Array, header: string, meta: string | null): boolean {
  if (header === 'utf-8') return meta !== null && !/^utf-/.test(meta) && !isUtf8(bytes)
  return header === 'windows-1252' && (meta === null || meta === 'utf-8') && bytes.some((byte) => byte > 0x7f) && isUtf8(bytes)
}

/** The charset that a meta element or an XML declaration names. */
function declaredIn(bytes: Uint8Array): string | undefined {
  // Every encoding but UTF-16 has the letters of ASCII at their places.
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD)).replace(/<!--.*?-->/gs, '')
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
  for (const [meta] of head.matchAll(/<meta\b[^>]*>/gi)) {
    const charset = /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(meta)?.[1]
    if (charset) return charset
  }
  return xml
}

/** The name of the decoder for a label, null where there is none. */
function known(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const decoded = (bytes: Uint8Array, charset: string, from: DecodedPage['from']): DecodedPage => ({
  text: new TextDecoder(charset).decode(bytes),
  charset,
  from,
})
