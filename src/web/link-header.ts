/** The links of a header field Link (RFC 8288). */

export interface HeaderLink {
  /** As it was sent: it may be relative. */
  readonly href: string
  /** Its relation types, in lower case. */
  readonly rels: readonly string[]
}

/** The most characters of a field that are read. */
const LONGEST = 20_000

const VALUE = '"(?:[^"\\\\]|\\\\.)*"|[^\\s";,]*'
const LINK = new RegExp(`<([^<>]*)>((?:\\s*;\\s*[^\\s"=;,<>]+(?:\\s*=\\s*(?:${VALUE}))?)*)`, 'g')
const PARAMETER = new RegExp(`;\\s*([^\\s"=;,<>]+)(?:\\s*=\\s*(${VALUE}))?`, 'g')

/** The links in their order. The first of several `rel` of a link counts. */
export function linksIn(field: string): HeaderLink[] {
  return [...field.slice(0, LONGEST).matchAll(LINK)].map(([, href = '', parameters = '']) => {
    const rel = [...parameters.matchAll(PARAMETER)].find(([, name = '']) => name.toLowerCase() === 'rel')?.[2] ?? ''
    return { href: href.trim(), rels: rel.replaceAll('"', '').toLowerCase().split(/\s+/).filter(Boolean) }
  })
}
