/** The meta elements of a page. */

/** The contents of meta elements by their name, property, itemprop or http-equiv, in lower case; the first of each name counts. Some pages write `value` for `content`. */
export type MetaTags = ReadonlyMap<string, string>

export function metaTags(document: Document): MetaTags {
  const tags = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content],meta[value]')) {
    const content = decoded(meta.getAttribute('content') ?? meta.getAttribute('value') ?? '').trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase()
      if (name && !tags.has(name)) tags.set(name, content)
    }
  }
  return tags
}

/** The first of `names` that the page has. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const content = tags.get(name)
    if (content) return content
  }
  return null
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** Text with the entities that were escaped twice. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
