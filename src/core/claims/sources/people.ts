/** The people of an article: everybody named in full, distinguished by first name, title and nearness. */
import type { Sentence } from '../../article.ts'
import { type Gender, genderBeside, genderOfName, genderOfWords } from './gender.ts'
import { isHumanBeside } from './human.ts'
import { type CapitalRun, capitalRuns, isFullName, type SplitName, splitName, surnameOf } from './person-names.ts'

export interface Person {
  readonly name: string
  /** Null as long as nothing shows it for sure. */
  gender: Gender | null
  /** Something shows that it is no company or place of two words. */
  human: boolean
}

/** A name in a sentence, and its bearer. */
export interface Mention {
  readonly person: Person
  readonly at: number
  /** Only where something is: "in Port Almira". */
  readonly place: boolean
  /** Whose something is: "Lee’s father". */
  readonly possessor: boolean
}

type Run = CapitalRun & SplitName

/** The number of sentences after which a surname means the nearest of two bearers. */
const APART = 3
const PLACE = /\b(?:in|at|near|across|around|outside|throughout|through|into|toward|towards) $/

export class People {
  private readonly sentences: readonly Sentence[]
  private readonly runs: readonly (readonly Run[])[]
  private readonly bySurname = new Map<string, Person[]>()
  private readonly byGivenName = new Map<string, Person[]>()
  /** The last sentence that named somebody, as far as the reading has come. */
  private readonly named = new Map<Person, number>()

  /** Finds everybody who is named in full in these sentences, headlines apart. Linear in the length of the text. */
  constructor(sentences: readonly Sentence[]) {
    this.sentences = sentences
    this.runs = sentences.map(({ text, zone }) => (zone === 'headline' ? [] : runsOf(text)))
    this.each((run, text) => {
      // "a Lorne Airbus A330"
      if (/^[ -]\p{Lu}?\d/u.test(text.slice(run.at + run.text.length))) return
      if (!isFullName(run.name) || run.text.length > 80 || text.slice(run.at - 4, run.at) === 'the ') return
      this.note(this.add(run.name), run, text)
    })
    this.each((run, text) => {
      const [person, other] = this.candidates(run)
      if (person && !other) this.note(person, run, text)
    })
  }

  /** Returns the bearer of a name: the person of that full name, or the only one of that surname or first name, else the nearest. */
  find(words: string): Person | null {
    const found = this.candidates(splitName(words))
    if (found.length < 2) return found[0] ?? null
    const [nearest, next] = found
      .map((person) => ({ person, at: this.named.get(person) ?? -APART }))
      .sort((a, b) => b.at - a.at)
    return nearest && next && nearest.at - next.at >= APART ? nearest.person : null
  }

  /** Returns the name by which an editor calls a person again: the surname, or the whole name where others bear that too. */
  shortName({ name }: Person): string {
    const surname = surnameOf(name)
    const whole = /(?<!\S)(?:(?:de|da|del|der|di|van|von|bin|al|la|le) )+\S+$/u.exec(name)?.[0] ?? surname
    return (this.bySurname.get(surname)?.length ?? 0) > 1 ? name : whole
  }

  /** Returns how a label calls the bearer of a name. */
  calledBy(name: string | null): string | null {
    const person = name === null ? null : this.find(name)
    return person ? this.shortName(person) : name
  }

  /** Returns everybody named in a sentence, in order. Sentences are read in order. */
  read(sentence: number): Mention[] {
    const text = this.sentences[sentence]?.text ?? ''
    const mentions: Mention[] = []
    for (const run of this.runs[sentence] ?? []) {
      const person = this.find(run.text)
      if (!person) continue
      this.named.set(person, sentence)
      const place = PLACE.test(text.slice(Math.max(0, run.at - 12), run.at))
      mentions.push({ person, at: run.at, place, possessor: /['’]s?$/.test(run.text) })
    }
    return mentions
  }

  private each(visit: (run: Run, text: string) => void): void {
    this.runs.forEach((list, index) => {
      for (const run of list) visit(run, this.sentences[index]?.text ?? '')
    })
  }

  private add(name: string): Person {
    const surname = surnameOf(name)
    const known = this.bySurname.get(surname)?.find((other) => isSameName(other.name, name))
    if (known) return known
    const person: Person = { name, gender: null, human: false }
    for (const [map, key] of [
      [this.bySurname, surname],
      [this.byGivenName, givenName(name)],
    ] as const)
      map.set(key, [...(map.get(key) ?? []), person])
    return person
  }

  /** Returns the bearer of a single name, "Peter" of "his father, Peter", who becomes known by it. */
  introduce(name: string, gender: Gender | null): Person {
    const [known] = this.byGivenName.get(name) ?? []
    if (known) return known
    const person: Person = { name, gender: gender ?? genderOfName(name), human: true }
    this.byGivenName.set(name, [person])
    return person
  }

  private note(person: Person, run: Run, text: string): void {
    const end = run.at + run.text.length
    person.gender ??= genderBeside(text, run.at, end, run)
    person.human ||= person.gender !== null || isHumanBeside(text, run.at, end, run, person.name)
  }

  private candidates({ title, name }: SplitName): Person[] {
    if (!name) return []
    const same = this.bySurname.get(surnameOf(name)) ?? []
    if (name.includes(' ')) return same.filter((person) => isSameName(person.name, name))
    if (same.length === 0) return title ? [] : (this.byGivenName.get(name) ?? [])
    const gender = genderOfWords(title)
    if (!gender) return same
    const sure = same.filter((person) => person.gender === gender)
    return sure.length > 0 ? sure : same.filter((person) => person.gender === null)
  }
}

const runsOf = (text: string): Run[] => capitalRuns(text).map((run) => ({ ...run, ...splitName(run.text) }))

const givenName = (name: string): string => name.split(' ', 1)[0] ?? ''

/** One surname, and first names that are one or an initial of the other: "Orla R. Quist", "O. Quist". */
function isSameName(a: string, b: string): boolean {
  const [x, y] = [givenName(a), givenName(b)]
  const initial = (short: string, long: string): boolean => /^.\.?$/u.test(short) && long.startsWith(short.charAt(0))
  return surnameOf(a) === surnameOf(b) && (x === y || initial(x, y) || initial(y, x))
}

/**
 * Returns "MR. LEE" of a transcript in its usual case: "Mr. Lee". Without a title, and if nobody has that name, "NATO" stays.
 */
export function recased(words: string, people: People): string {
  if (words !== words.toUpperCase() || words === words.toLowerCase()) return words
  const cased = words.replace(/\p{Lu}{2,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
  return splitName(cased).title || people.find(cased) ? cased : words
}
