/** Reads links strictly: the Link header (RFC 8288, section 3) and application/link-format (RFC 6690, section 2). */

export interface WebLink {
  readonly target: string
  readonly rel: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

const TARGET = /\s*<([^<>"{}|\\^`\s]*)>/y
const ATTRIBUTE = /\s*;\s*([!#$&+\-.^_`|~0-9A-Za-z]+)(?:="((?:[^"\\]|\\.)*)")/y
const COMMA = /\s*,/y

/** The links in a text, in order. Throws where it is no list of links with quoted attributes, or a link has not exactly one `rel`. */
export function linksIn(text: string): WebLink[] {
  const links: WebLink[] = []
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }
  do {
    const target = take(TARGET)?.[1]
    if (target === undefined) throw new Error(`no link at ${at}: ${text.slice(at, at + 60)}`)
    const attributes: Record<string, string> = {}
    for (let one = take(ATTRIBUTE); one; one = take(ATTRIBUTE)) {
      const [, name = '', value = ''] = one
      if (name in attributes) throw new Error(`"${name}" stands twice at ${target}`)
      attributes[name] = value
    }
    const { rel, ...rest } = attributes
    if (!rel) throw new Error(`no relation at ${target}`)
    links.push({ target, rel: rel.split(' '), attributes: rest })
  } while (take(COMMA))
  if (text.slice(at).trim()) throw new Error(`not a link: ${text.slice(at, at + 60)}`)
  return links
}

/** The links of a relation. */
export const related = (links: readonly WebLink[], rel: string): WebLink[] => links.filter((link) => link.rel.includes(rel))
