/** The artefacts that scraping leaves in a text: HTML entities, and UTF-8 that was read as Windows-1252. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}
const ENTITY = /&(?:#(\d{2,5})|#x([\da-f]{2,4})|(\w{2,6}));/gi

/** The Windows-1252 characters of the bytes of UTF-8 punctuation and accented letters. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/â€™|â€˜/g, "'"],
  [/â€œ|â€\u009d|â€\u0081|â€(?=\s|$)/g, '"'],
  [/â€“|â€”/g, '–'],
  [/â€¦/g, '…'],
  [/Â(?=[\u00a0£°»«])/g, ''],
  [/Ã©/g, 'é'],
  [/Ã¨/g, 'è'],
  [/Ã¼/g, 'ü'],
  [/Ã¶/g, 'ö'],
  [/Ã¤/g, 'ä'],
  [/Ã±/g, 'ñ'],
]
const ARTEFACT = /&(?:#x?[\da-f]{2,5}|\w{2,6});|â€|Ã[©¨¼¶¤±]|Â[\u00a0£°»«]/i

export const hasArtefact = (text: string): boolean => ARTEFACT.test(text)

/** Returns the text as it was meant. */
export const asMeant = (text: string): string =>
  MISREAD.reduce((fixed, [pattern, instead]) => fixed.replace(pattern, instead), text).replace(
    ENTITY,
    (entity, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number(decimal)
      return isCharacter(code) ? String.fromCodePoint(code) : entity
    },
  )

/** Half characters and control characters, line breaks and tabs aside, are meant by nobody. */
const isCharacter = (code: number): boolean =>
  code >= 0x20 ? (code < 0x7f || code > 0x9f) && (code < 0xd800 || code > 0xdfff) : /[\t\n\r]/.test(String.fromCharCode(code))
