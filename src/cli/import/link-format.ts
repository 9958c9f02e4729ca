/** Reads links in link format (RFC 6690, as RFC 7089 uses it): `<target>; rel="memento"; datetime="…", …`. */

export interface Link {
  readonly target: string
  readonly rels: readonly string[]
  /** '' where there is none. */
  readonly datetime: string
}

const TARGET = /\s*<([^<>]*)>/y
const PARAMETER = /\s*;\s*([\w*-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s;,"]*)))?/y
const SEPARATOR = /\s*,/y

/** The links, their targets absolute where `base` is given; null: the text is not in link format. */
export function linksIn(text: string, base: string | undefined): Link[] | null {
  const links: Link[] = []
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }
  for (;;) {
    const target = next(TARGET)
    if (!target) break
    const parameters = new Map<string, string>()
    for (let found = next(PARAMETER); found; found = next(PARAMETER)) {
      const [, name = '', quoted, plain = ''] = found
      if (!parameters.has(name)) parameters.set(name, quoted ?? plain)
    }
    const url = URL.parse(target[1] ?? '', base)
    const rels = (parameters.get('rel') ?? '').split(/\s+/).filter(Boolean)
    links.push({ target: url?.href ?? target[1] ?? '', rels, datetime: parameters.get('datetime') ?? '' })
    if (!next(SEPARATOR)) break
  }
  return links.length > 0 && text.slice(at).trim() === '' ? links : null
}
