/** Tracking: what happened to each claim between the latest version and the next, and the numbers that claims keep. */
import type { Analysis, FoundClaim } from '../article.ts'
import { plainKey } from '../text/stems.ts'
import { align, type Group, pairsOf } from './align/align.ts'
import type { Change, NumberedClaim, Step, Track } from './change.ts'
import { comparisonOf, type Finding, wordingOf } from './compare/comparison.ts'
import { fragmentsChange } from './fragment-changes.ts'
import { kindsOf } from './kinds/kinds.ts'
import { isNote } from './notes/note-openings.ts'
import { acknowledged } from './notes/notes.ts'
import { contentOf, pairClaims } from './pair-claims.ts'
import { recutClaims } from './recut-claims.ts'
import { findReturns, type GoneSentence, goneSentences } from './returns.ts'
import { judgeClaims, movement, presence, verdictOf } from './sentence-changes.ts'
import { appearance, Ledger } from './step-builder.ts'
import { newState } from './supersession/superseded-classifier.ts'

/**
 * Compares a new version with all that came before it: aligns the sentences, decides the kinds of each change, gives every
 * claim its number. `state` is null for version 1, whose claims are all introduced. Pure; near-linear in the two texts.
 */
export const track: Track = (state, next) => {
  if (!state) return firstStep(next)
  const ledger = new Ledger(state, next)
  const gone = new Set(goneSentences(state.gone).map((g) => plainKey(g.sentence.text)))
  const groups = align(state.latest.sentences, next.sentences).filter((group) => !isReturn(group, ledger, gone))
  const restA = new Set(state.latest.sentences.keys())
  const restB = new Set(next.sentences.keys())
  for (const group of groups) {
    for (const i of group.before) restA.delete(i)
    for (const j of group.after) restB.delete(j)
    if (group.recut) recutClaims(ledger, group)
    else if (group.before.length > 1 || group.after.length > 1) fragmentsChange(ledger, group)
    else sentenceChange(ledger, group)
  }
  for (const i of restA) for (const claim of ledger.before[i] ?? []) withdraw(ledger, claim)
  const away = goneSentences(ledger.gone)
  const open = (away.length > 0 ? [...restB] : []).flatMap((index) => {
    const sentence = next.sentences[index]
    return sentence && !isNote(sentence) ? [{ index, sentence, between: ledger.between(index) }] : []
  })
  const returns = findReturns(open, away)
  for (const index of restB) {
    const back = returns.get(index)
    if (back) restore(ledger, index, back)
    else for (const claim of ledger.after[index] ?? []) ledger.record(presence('introduced'), [], [claim])
  }
  const links = groups.flatMap((group) => pairsOf(group, state.latest.sentences, next.sentences))
  return ledger.close(links, (changes) => acknowledged(changes, state.latest.sentences, next.sentences, restB))
}

function firstStep(next: Analysis): Step {
  const claims = next.claims.map((claim, n) => ({ ...claim, number: n + 1 }))
  const introduced = claims.map(
    (claim): Change => ({ ...presence('introduced'), before: [], after: [appearance(claim)], acknowledged: false }),
  )
  return {
    state: { place: 1, latest: { sentences: next.sentences, claims }, gone: [], numbers: claims.length },
    changes: introduced,
    kept: [],
    links: [],
  }
}

/** A new sentence that stood in an earlier version is that one come back, not a new wording of another. `gone` has the plain keys of
 * the sentences that are gone. */
function isReturn(group: Group, ledger: Ledger, gone: ReadonlySet<string>): boolean {
  const [i, j] = [group.before[0], group.after[0]]
  if (gone.size === 0 || i === undefined || j === undefined || group.before.length + group.after.length > 2) return false
  const [a, b] = [ledger.state.latest.sentences[i]?.text ?? '', ledger.next.sentences[j]?.text ?? '']
  if (a === b) return false
  const key = plainKey(b)
  if (plainKey(a) === key || !gone.has(key)) return false
  return comparisonOf(wordingOf(a, []), wordingOf(b, []), []).kept < 0.6
}

/** One sentence on each side. */
function sentenceChange(ledger: Ledger, { before: [i = 0], after: [j = 0], moved }: Group): void {
  const [a, b] = [ledger.state.latest.sentences[i]?.text ?? '', ledger.next.sentences[j]?.text ?? '']
  const [p, q] = [ledger.before[i] ?? [], ledger.after[j] ?? []]
  if (a === b && p.length === q.length && !moved) {
    for (const [n, claim] of p.entries()) link(ledger, claim, q[n])
    return
  }
  const event = moved ? [movement(moved)] : []
  const pairs: [number, number][] = a === b && p.length === q.length ? p.map((_, n) => [n, n]) : pairClaims(a, p, b, q)
  const comparison = comparisonOf(wordingOf(a, p), wordingOf(b, q), pairs)
  if (a !== b) {
    const stage = newState(comparison)
    if (stage) {
      for (const claim of p) ledger.end(claim, 'superseded', q[0] ?? null)
      ledger.record(
        verdictOf([{ kind: 'superseded', rule: stage, before: [0, a.length], after: [0, b.length] }, ...event], a, b),
        p,
        q,
      )
      return
    }
  }
  const { verdicts, findings } = judgeClaims(comparison)
  const [aloneA, aloneB] = [
    p.filter((_, x) => !pairs.some((pair) => pair[0] === x)),
    q.filter((_, y) => !pairs.some((pair) => pair[1] === y)),
  ]
  const cosmetic = findings[0]?.kind === 'cosmetic' && aloneA.length + aloneB.length > 0
  if (moved || cosmetic) {
    for (const [x, y] of pairs) link(ledger, p[x], q[y])
    for (const claim of aloneA) ledger.end(claim, 'merged', q[0] ?? null)
    ledger.record(verdictOf([...event, ...findings], a, b), p, q)
    return
  }
  for (const [n, [x, y]] of pairs.entries()) {
    const [from, to, found] = [p[x], q[y], verdicts[n]]
    if (!from || !to) continue
    if (found) {
      ledger.continues(from, to)
      ledger.record(found, [from], [to])
    } else if (a === b) ledger.continues(from, to)
    else ledger.keep(from, to)
  }
  for (const claim of aloneA) withdraw(ledger, claim)
  for (const claim of aloneB) introduceOrRestore(ledger, claim, b)
}

function link(ledger: Ledger, from: NumberedClaim | undefined, to: FoundClaim | undefined): void {
  if (from && to) ledger.continues(from, to)
}

function withdraw(ledger: Ledger, claim: NumberedClaim): void {
  ledger.end(claim, 'withdrawn')
  ledger.record(presence('withdrawn'), [claim], [])
}

/** A claim new in a sentence that stayed: one that was gone, if its content is the same. */
function introduceOrRestore(ledger: Ledger, claim: FoundClaim, text: string): void {
  const back = ledger.goneWith(contentOf(text, claim))
  if (!back) {
    ledger.record(presence('introduced'), [], [claim])
    return
  }
  ledger.returns(back, claim)
  const detail = { restored: { since: back.since } }
  ledger.record(
    { kinds: ['restored'], detail, evidence: [{ kind: 'restored', rule: 'content', before: null, after: null }] },
    [],
    [claim],
  )
}

/** The claims of a sentence that came back, compared with their last wording: one change. */
function restore(ledger: Ledger, j: number, { sentence, since, claims: gone }: GoneSentence): void {
  const b = ledger.next.sentences[j]?.text ?? ''
  const after = ledger.after[j] ?? []
  const last = gone.map((g) => g.claim)
  const pairs = pairClaims(sentence.text, last, b, after)
  const comparison = comparisonOf(wordingOf(sentence.text, last), wordingOf(b, after), pairs)
  const restored: Finding = {
    kind: 'restored',
    rule: 'last wording',
    before: null,
    after: null,
    detail: { restored: { since } },
  }
  for (const [x, y] of pairs) {
    const [from, to] = [gone[x], after[y]]
    if (from && to) ledger.returns(from, to)
  }
  // What else the sentence tells now is part of its new wording.
  ledger.record(verdictOf([restored, ...kindsOf(comparison)], sentence.text, b), [], after)
}
