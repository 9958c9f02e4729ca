/** Made-up running stories, the same for the same seed: what a large archive is filled with. */
import { randomNumbers } from './revised-texts.ts'

const FIRST = 'Ada Tomas Ruth Pavel Mina Jonas Elif Marek Sunniva Otto Clara Idris Vera Anselm Petra Hugo'.split(' ')
const LAST = 'Moreno Lind Okafor Hruby Castellan Aalto Demir Novak Berg Falk Jansen Marsh Quist Rossi Tamm Weir'.split(' ')
const PLACES = 'Norrholm Lunden Marsk Eastwick Halden Brindal Castlemoor Dunvar Felsund Garrow Hexley Isarn'.split(' ')
const ROLES = ['the mayor', 'the harbour master', 'a spokeswoman', 'the chief engineer', 'an analyst', 'the treasurer']
const CUES = ['said', 'warned', 'announced', 'estimated', 'acknowledged', 'insisted', 'told reporters']
const MATTERS = [
  'the new ferry line to {place} will carry about {n} passengers a day',
  'repairs to the breakwater at {place} could cost {n} million crowns',
  'at least {n} households in {place} have been without heating since the storm',
  'the council of {place} has agreed to buy {n} electric buses',
  'work on the {place} tunnel may stop for {n} weeks',
  'the hospital in {place} treated {n} people after the fire',
  'no more than {n} workers will lose their jobs in {place}',
  'the court in {place} rejected {n} of the complaints',
]
const OWN = [
  'Trains between {place} and the coast were cancelled for {n} hours.',
  'The bridge at {place}, opened {n} years ago, was closed on Monday.',
  'Prices in {place} rose by {n} percent in a month.',
]
const SENTENCES = 10

interface Story {
  readonly title: string
  readonly body: string
}

type Random = () => number
const pick = (words: readonly string[], random: Random): string => words[Math.floor(random() * words.length)] ?? ''

function sentence(random: Random): string {
  const fill = (text: string) =>
    text.replace('{place}', pick(PLACES, random)).replace('{n}', String(2 + Math.floor(random() * 900)))
  if (random() < 0.3) return fill(pick(OWN, random))
  const matter = fill(pick(MATTERS, random))
  const who = `${pick(FIRST, random)} ${pick(LAST, random)}, ${pick(ROLES, random)},`
  return `${who} ${pick(CUES, random)} that ${matter}.`
}

/** An article's versions in order: from each to the next one sentence is new, and now and then one goes. */
export function storyOf(seed: number, versions: number): readonly Story[] {
  const random = randomNumbers(seed)
  const title = `${pick(PLACES, random)} Weighs ${pick(['Tunnel', 'Ferry', 'Bridge', 'Hospital', 'Budget'], random)} After ${pick(['Storm', 'Fire', 'Vote', 'Strike'], random)}`
  let sentences = Array.from({ length: SENTENCES }, () => sentence(random))
  return Array.from({ length: versions }, (_, n) => {
    if (n > 0) {
      const at = Math.floor(random() * sentences.length)
      sentences = random() < 0.2 ? sentences.toSpliced(at, 0, sentence(random)) : sentences.with(at, sentence(random))
      if (sentences.length > SENTENCES + 4) sentences = sentences.toSpliced(Math.floor(random() * sentences.length), 1)
    }
    const paragraphs = Array.from({ length: Math.ceil(sentences.length / 3) }, (_, p) =>
      sentences.slice(3 * p, 3 * p + 3).join(' '),
    )
    return { title, body: paragraphs.join('\n\n') }
  })
}
