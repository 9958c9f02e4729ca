/** Made-up texts of any size and later versions of them, the same at every call: what the differs are measured on. */

const SYLLABLES = 'ba ke li mo nu ra se ti vo dra gle pri sto tha wen yor cla fe hin jo'.split(' ')
const ENDINGS = ['', '', 'n', 'r', 's', 'st', 'ing', 'ed', 'ly', 'tion']
const SMALL = 'the of and to a in that was for on with by from at as it is were has had but not which said'.split(' ')
/** Words of content there are in all; the first ones are by far the commonest, as in any text (Zipf). */
const VOCABULARY = 4000

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const below = (random: () => number, most: number): number => Math.floor(random() * most)

const words: readonly string[] = Array.from({ length: VOCABULARY }, (_, n) => {
  const random = randomNumbers(n)
  const syllables = Array.from({ length: 1 + below(random, 3) }, () => SYLLABLES[below(random, SYLLABLES.length)])
  return syllables.join('') + ENDINGS[below(random, ENDINGS.length)]
})

function word(random: () => number): string {
  const kind = random()
  if (kind < 0.45) return SMALL[below(random, SMALL.length)] ?? ''
  if (kind < 0.48) return String(below(random, 3000))
  const content = words[Math.floor(VOCABULARY * random() ** 3)] ?? ''
  return kind < 0.54 ? content.charAt(0).toUpperCase() + content.slice(1) : content
}

function sentence(random: () => number): string {
  const list = Array.from({ length: 8 + below(random, 22) }, () => word(random) + (random() < 0.06 ? ',' : ''))
  const text = list.join(' ').replace(/,$/, '')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** The sentences of a text of about so many characters. */
export function sentencesOfSize(characters: number, seed: number): string[] {
  const random = randomNumbers(seed)
  const list: string[] = []
  for (let size = 0; size < characters; ) {
    const next = sentence(random)
    list.push(next)
    size += next.length + 1
  }
  return list
}

/** The sentence with about one word in `rarity` replaced, added or taken away. */
function reworded(text: string, rarity: number, random: () => number): string {
  return text
    .split(' ')
    .flatMap((old, n) => {
      if (n === 0 || random() * rarity >= 1) return [old]
      const kind = random()
      if (kind < 0.6) return [word(random) + (/[.,]$/.exec(old)?.[0] ?? '')]
      return kind < 0.8 ? [old, word(random)] : old.endsWith('.') ? [old] : []
    })
    .join(' ')
}

/** One revision by an editor: two to five sentences are rewritten, added, cut or put elsewhere. */
function revised(sentences: readonly string[], random: () => number): string[] {
  const list = [...sentences]
  const edits = 2 + below(random, 4)
  for (let edit = 0; edit < edits; edit++) {
    const at = below(random, list.length)
    const kind = random()
    if (kind < 0.55) list[at] = reworded(list[at] ?? '', 4, random)
    else if (kind < 0.8) list.splice(at, 0, sentence(random))
    else if (kind < 0.93) list.splice(at, 1)
    else list.splice(below(random, list.length), 0, ...list.splice(at, 1))
  }
  return list
}

/** The text `revisions` revisions later. */
export function revisedText(sentences: readonly string[], revisions: number, seed: number): string[] {
  const random = randomNumbers(seed)
  let list = [...sentences]
  for (let n = 0; n < revisions; n++) list = revised(list, random)
  return list
}

/** The text after heavy edits: of ten sentences seven are rewritten in two of five words, one is cut, two get a new one after them,
 * and one in twenty stands elsewhere. */
export function heavilyEdited(sentences: readonly string[], seed: number): string[] {
  const random = randomNumbers(seed)
  const list = sentences.flatMap((text) => {
    const kind = random()
    if (kind < 0.7) return [reworded(text, 2.5, random)]
    if (kind < 0.8) return []
    return [text, sentence(random)]
  })
  for (let n = 0; n < list.length / 20; n++)
    list.splice(below(random, list.length), 0, ...list.splice(below(random, list.length), 1))
  return list
}

/** Paragraphs of four sentences. */
export function bodyOf(sentences: readonly string[]): string {
  const paragraphs: string[] = []
  for (let n = 0; n < sentences.length; n += 4) paragraphs.push(sentences.slice(n, n + 4).join(' '))
  return paragraphs.join('\n\n')
}
