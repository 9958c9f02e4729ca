/** Made-up stories in versions that soften, reverse, correct, drop and put back, now and then with a note: what lists of changes are measured on. */
import { randomNumbers } from './revised-texts.ts'

const PLACES = 'Norrholm Lunden Marsk Eastwick Halden Brindal Castlemoor Dunvar Felsund Garrow Hexley Isarn'.split(' ')
const NAMES = 'Ada Moreno,Tomas Lind,Ruth Okafor,Pavel Hruby,Mina Castellan,Jonas Aalto,Elif Demir,Marek Novak'.split(',')
const ROLES = ['the mayor', 'the harbour master', 'the chief engineer', 'the treasurer', 'a spokeswoman']
const MATTERS = [
  'the ferry to {place} will carry {n} passengers a day',
  'repairs to the breakwater at {place} will cost {n} million crowns',
  'the council of {place} will buy {n} electric buses',
  'the {place} tunnel will stay closed for {n} weeks',
  'the hospital in {place} will take {n} more patients',
  'the court in {place} will hear {n} complaints',
]
const CLAIMS = 8
const NOTE = 'Correction: An earlier version of this article misstated a number. It is {n}.'

interface Telling {
  readonly text: string
  readonly sure: boolean
  readonly number: number
  readonly shown: boolean
}

type Random = () => number
const below = (random: Random, most: number) => Math.floor(random() * most)
const pick = (list: readonly string[], random: Random): string => list[below(random, list.length)] ?? ''

function telling(random: Random): Telling {
  const matter = pick(MATTERS, random).replace('{place}', pick(PLACES, random))
  const text = `${pick(NAMES, random)}, ${pick(ROLES, random)}, said that ${matter}.`
  return { text, sure: true, number: 2 + below(random, 900), shown: true }
}

const told = ({ text, sure, number }: Telling) =>
  text.replace('{n}', String(number)).replace(' will ', sure ? ' will ' : ' may ')

/** One edit: how surely, a number, or whether it is there. Returns the note that it comes with, if any. */
function edited(one: Telling, random: Random): { one: Telling; note: string | null } {
  const kind = random()
  if (kind < 0.4) return { one: { ...one, sure: !one.sure }, note: null }
  if (kind < 0.8) {
    const number = one.number + 1 + below(random, 40)
    return { one: { ...one, number }, note: random() < 0.3 ? NOTE.replace('{n}', String(number)) : null }
  }
  return { one: { ...one, shown: !one.shown }, note: null }
}

/** The versions of a story: from each to the next two claims are edited. */
export function editedStory(seed: number, versions: number): { title: string; body: string }[] {
  const random = randomNumbers(seed)
  const title = `${pick(PLACES, random)} Weighs ${pick(['Tunnel', 'Ferry', 'Bridge', 'Budget'], random)} After ${pick(['Storm', 'Fire', 'Vote'], random)}`
  const claims = Array.from({ length: CLAIMS }, () => telling(random))
  return Array.from({ length: versions }, (_, n) => {
    const notes: string[] = []
    for (let i = 0; n > 0 && i < 2; i++) {
      const at = below(random, CLAIMS)
      const before = claims[at] ?? telling(random)
      const { one, note } = edited(before, random)
      claims[at] = one
      if (note) notes.push(note)
    }
    return { title, body: [...claims.filter(({ shown }) => shown).map(told), ...notes].join('\n\n') }
  })
}
