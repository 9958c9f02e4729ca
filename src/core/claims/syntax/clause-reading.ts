/** The clauses of a sentence, read forwards: a clause begins, its subject runs to its verb, and it has one finite verb. */

import type { Token } from '../words/token.ts'
import {
  type ClauseKind,
  COMMA,
  isNominal,
  type OpenClause,
  PLAIN,
  type ReadClause,
  tagAt,
  takesClause,
  type Words,
} from './clause.ts'
import { clauseSubject, isSubjectPronoun } from './clause-subject.ts'
import {
  apposedContact,
  contactPhrase,
  contactStart,
  coordinated,
  holdsClause,
  isAsideInSubject,
  isExcept,
  isSpeakerPair,
  joinsInSubject,
  kindOfOpener,
  opensSubordinate,
} from './clause-words.ts'
import { formOf, hasAgent, isRemnant, opensReport, replacesParticiple } from './reduced-clauses.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Returns the clauses with a finite verb, in the order of their verbs. */
export function clausesOf(words: Words): ReadClause[] {
  const reader = new Reader(words)
  for (let at = words.start; at < words.tokens.length; at++) at = reader.read(at)
  return reader.clauses
}

class Reader {
  readonly clauses: ReadClause[] = []
  readonly #words: Words
  /** The clauses that the next word may belong to, the innermost last. */
  readonly #open: OpenClause[]
  /** Tokens: of the last finite group, of the last comma or dash and conjunction since the last verb, of that verb; else -1. */
  readonly #lastFinite: number
  #comma = -1
  #conjunction = -1
  #lastVerb = -1

  constructor(words: Words) {
    this.#words = words
    this.#open = [{ kind: 'main', from: words.start, group: -1, subject: null, quotation: -1 }]
    this.#lastFinite = words.groups.findLast(({ infinitive }) => !infinitive)?.from ?? -1
  }

  /** Reads the token `at` or the verb group that begins there. Returns the last token that was read. */
  read(at: number): number {
    const { tokens, groups, groupAt } = this.#words
    const token = tokens[at]
    if (!token) return at
    this.#readQuotation(at)
    const index = groupAt[at] ?? -1
    const group = index < 0 ? undefined : groups[index]
    if (!group || group.from !== at) {
      this.#readWord(at, token)
      return at
    }
    if (!group.infinitive) this.#readVerb(index, group)
    this.#lastVerb = group.verb
    return group.to - 1
  }

  #readQuotation(at: number): void {
    const { quoted } = this.#words
    const now = quoted[at] ?? -1
    const before = at > 0 ? (quoted[at - 1] ?? -1) : -1
    if (now === before) return
    if (before !== -1) {
      const whole = this.#open.some(({ quotation }) => quotation === before)
      // `called it “the best we had” and`: a clause of some quoted words ends with them
      const inside = ({ quotation, from }: OpenClause) => quotation === before || quoted[from] === before
      while (this.#open.length > 1 && inside(this.#top())) this.#open.pop()
      // Another clause may begin after a quotation: `“It rained,” he said`.
      if (whole && this.#top().group < 0) this.#top().from = at
      if (whole) this.#comma = at - 1
    }
    if (now !== -1 && holdsClause(this.#words, at, now)) this.#push('quotation', at + 1, now)
  }

  #readWord(at: number, token: Token): void {
    // "saying tea and salt are cheap"
    if (token.tag === 'ing' && takesClause(token)) this.#lastVerb = at
    if (PLAIN.has(token.tag) && token.lower !== 'whose') return
    const stop = this.#words.tokens[at + 1]?.capital === true && /^[.!?]$/.test(token.text)
    if (token.text === ';' || stop || (token.text === ':' && this.#top().kind !== 'inserted')) {
      this.#open.length = 0
      this.#push('main', at + 1)
    } else if (token.text === '(') this.#push('inserted', at + 1)
    else if (token.text === ')') this.#closeBracket()
    else if (token.tag === 'that' || token.tag === 'relative' || token.lower === 'whose') this.#openRelative(at)
    else if (token.tag === 'subordinator') {
      if (opensSubordinate(this.#words, at)) this.#push('subordinate', at + 1)
    } else if (COMMA.test(token.text)) this.#readComma(at)
    else if (token.tag === 'conjunction' && !isExcept(this.#words.tokens, at)) this.#readConjunction(at)
  }

  #closeBracket(): void {
    const at = this.#open.findLastIndex(({ kind }) => kind === 'inserted')
    if (at > 0) this.#open.length = at
  }

  /** "He said the man who left was ill": a clause without "that" may have begun before the relative clause. */
  #openRelative(at: number): void {
    const { tokens } = this.#words
    const kind = kindOfOpener(tokens, at)
    const last = this.#words.groups[this.#top().group] ?? null
    if (kind === 'relative' && last && takesClause(tokens[last.verb]) && at > last.to) this.#push('complement', last.to)
    this.#push(kind, at + 1)
  }

  /** "state and local leaders": a conjunction of two nouns begins no clause where one has begun. */
  #readConjunction(at: number): void {
    const { tokens } = this.#words
    if (this.#top().group >= 0 && this.#comma <= this.#lastVerb && joinsInSubject(tokens, this.#lastVerb, at)) return
    const joins = [at - 1, at + 1].every((noun) => /^(?:noun|name|number)$/.test(tagAt(tokens, noun)))
    if (!joins || this.#conjunction < 0) this.#conjunction = at
  }

  /** A comma ends a clause inside another. */
  #readComma(at: number): void {
    this.#comma = at
    while (this.#open.length > 1) {
      const top = this.#top()
      const unfilled = top.kind === 'complement' && top.group < 0
      if (!unfilled && (top.quotation !== -1 || top.group < 0 || top.kind === 'that' || top.kind === 'complement')) break
      this.#open.pop()
      // "said the plan, which was old, failed": the clause around an aside stays open.
      if (top.kind === 'relative' && this.#words.tokens[top.from - 2]?.text === ',') break
    }
  }

  #readVerb(index: number, group: VerbGroup): void {
    const { tokens } = this.#words
    const { from, kind, group: filled } = this.#top()
    const first = this.clauses.length === 0 && this.#open.length === 1
    const form = formOf(tokens, group, { from, first, filled: filled >= 0, lastFinite: this.#lastFinite })
    if (form === 'inverted') this.#push('subordinate', group.to)
    if (form !== 'finite') return
    // "as rebels and despised them": the words before a conjunction and a verb are no clause.
    if (filled < 0 && /^(?:subordinate|complement)$/.test(kind) && this.#conjunction === group.from - 1) this.#open.pop()
    const top = this.#top()
    const last = this.#words.groups[top.group] ?? null
    const since = { comma: this.#comma, conjunction: this.#conjunction, lastVerb: this.#lastVerb }
    if (!last) {
      // "The firm, saying it had lost faith, sold"
      if (opensReport(tokens, top.from, this.#lastVerb)) this.#push('complement', this.#lastVerb + 1)
      const contact = contactStart(tokens, this.#top(), group)
      if (contact !== null) this.#push('relative', contact)
      this.#assign(this.#top(), index, group)
    } else if (replacesParticiple(tokens, top.from, last, group, since)) {
      // "The man arrested on Monday died": the participle is not the verb of the clause.
      const at = this.clauses.findIndex((clause) => clause.group === top.group)
      this.clauses.splice(at, 1)
      this.#assign(top, index, group)
    } else if (hasAgent(tokens, group) && !this.#waiting()) return
    else if (this.#openWithSubject(last, group)) this.#assign(this.#top(), index, group)
    // "closed the gate painted in May": nothing joins the participle to the verb.
    else if (isRemnant(tokens, group, last) && !this.#waiting() && Math.max(this.#conjunction, this.#comma) < last.to) return
    else this.#continue(top, index, group)
    this.#comma = -1
    this.#conjunction = -1
  }

  /** Gives the verb to an outer clause that waits for one, else to a coordinated clause with the same subject. */
  #continue(top: OpenClause, index: number, group: VerbGroup): void {
    const outer = this.#waiting()
    if (outer && this.#conjunction <= ((this.#words.groups[top.group] ?? null)?.from ?? -1)) {
      while (this.#top() !== outer) this.#open.pop()
      this.#assign(outer, index, group)
      return
    }
    const subject = this.#comma === group.from - 1 ? null : coordinated(this.#words, this.#open, top, group).subject
    this.#open.pop()
    this.#open.push({ kind: 'coordinate', from: group.from, group: index, subject, quotation: top.quotation })
    this.clauses.push({ kind: 'coordinate', from: group.from, group: index, subject })
  }

  /** Opens the clause of a verb that has a subject of its own after the last verb. Returns false if it has none. */
  #openWithSubject(last: VerbGroup, group: VerbGroup): boolean {
    const { tokens } = this.#words
    let before = group.from - 1
    while (/^(?:adverb|negation|quote)$/.test(tagAt(tokens, before))) before--
    const contracted = tagAt(tokens, group.from) === 'subject'
    const counted = /^(?:neither|none|each)$/.test(tokens[before]?.lower ?? '') && this.#conjunction === before - 1
    if (contracted || counted || (isSubjectPronoun(tokens, before) && before > last.verb)) {
      const pronoun = contracted ? group.from : before
      const joined = this.#conjunction === pronoun - 1 || this.#comma === pronoun - 1
      // "nor one | we wanted"
      const inner = tokens[pronoun - 1]?.lower === 'one' ? 'relative' : 'complement'
      this.#push(joined ? 'coordinate' : inner, pronoun)
      const contact = contactStart(tokens, this.#top(), group)
      if (contact !== null) this.#push('relative', contact)
      return true
    }
    if (!isNominal(tagAt(tokens, before)) && !COMMA.test(tokens[before]?.text ?? '')) return false
    // "visited the port and on Monday said": the subject goes on.
    const [kind, from] = this.#subjectStart(last, group, before) ?? [null, 0]
    if (kind === null || (kind === 'coordinate' && !clauseSubject(tokens, { kind, from }, group))) return false
    this.#push(kind, from)
    return true
  }

  /** The kind and the start of a clause whose subject is a noun phrase that ends at `before`; null if there is none. */
  #subjectStart(last: VerbGroup, group: VerbGroup, before: number): [ClauseKind, number] | null {
    const { tokens } = this.#words
    const waiting = this.#waiting() !== null
    if (!waiting && isAsideInSubject(tokens, group, last)) return ['complement', last.to]
    if (isSpeakerPair(tokens, this.#comma, this.#conjunction, last, group)) return ['inserted', this.#comma + 1]
    if (this.#conjunction > last.verb) return this.#conjunction < before ? ['coordinate', this.#conjunction + 1] : null
    if (this.#comma > last.verb && (this.#comma >= before || waiting)) return null
    const speaker = this.#comma > last.verb ? apposedContact(tokens, this.#comma + 1, group.from) : null
    if (this.#comma > last.verb) return speaker === null ? ['inserted', this.#comma + 1] : ['relative', speaker]
    if (waiting && (takesClause(tokens[group.verb]) || group.from >= this.#lastFinite)) return null
    if (takesClause(tokens[this.#lastVerb]) && before >= last.to) return ['complement', this.#lastVerb + 1]
    const contact = contactPhrase(tokens, last.to, group.from)
    return contact === null ? null : ['relative', contact]
  }

  /** The clause that has no verb yet, inside the same quotation; null if there is none. */
  #waiting(): OpenClause | null {
    const found = this.#open.findLast(({ group, kind }) => group < 0 || kind === 'quotation')
    return found && found.group < 0 ? found : null
  }

  #assign(clause: OpenClause, index: number, group: VerbGroup): void {
    clause.group = index
    clause.subject = clauseSubject(this.#words.tokens, clause, group)
    this.clauses.push({ kind: clause.kind, from: clause.from, group: index, subject: clause.subject })
  }

  #push(kind: ClauseKind, from: number, quotation = this.#open.at(-1)?.quotation ?? -1): void {
    this.#open.push({ kind, from, group: -1, subject: null, quotation })
    this.#comma = -1
    this.#conjunction = -1
  }

  #top(): OpenClause {
    return this.#open.at(-1) as OpenClause
  }
}
