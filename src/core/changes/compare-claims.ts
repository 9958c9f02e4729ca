/** Compares the claims of any two versions of an article by their permanent numbers. */
import { align, type Group } from './align/align.ts'
import { appearanceOf } from './appearance.ts'
import type { Change, NumberedClaim, NumberedVersion } from './change.ts'
import { comparisonOf, wordingOf } from './compare/comparison.ts'
import { fragmentsVerdict } from './fragment-changes.ts'
import { furnitureChanges, orderOf } from './furniture-changes.ts'
import { acknowledged, withNote } from './notes/notes.ts'
import { recutFindings } from './recut-claims.ts'
import { judgeClaims, movement, presence, type Verdict, verdictOf } from './sentence-changes.ts'
import { supersededReason } from './supersession/superseded-reason.ts'

/**
 * Folds the changes from version `a` to a later version `b` into one step. A claim in both is compared wording by wording, so
 * that a change that was reverted between them is no change; the others are introduced, withdrawn or superseded. A sentence
 * that stands in both has no change except a move, whatever numbers its claims have. Between neighboring versions these are the
 * changes of `track`, except that a claim restored in `b` counts as introduced.
 */
export function compareClaims(a: NumberedVersion, b: NumberedVersion): Change[] {
  const inB = new Map(b.claims.map((claim) => [claim.number, claim]))
  const inA = new Set(a.claims.map((claim) => claim.number))
  const [claimsA, claimsB] = [bySentence(a), bySentence(b)]
  const recorded = new Set<NumberedClaim>()
  const changes: Change[] = []
  const record = (verdict: Verdict, before: readonly NumberedClaim[], after: readonly NumberedClaim[]) => {
    for (const claim of [...before, ...after]) recorded.add(claim)
    changes.push({ ...verdict, before: before.map(appearanceOf), after: after.map(appearanceOf), acknowledged: false })
  }
  const pairOf = (p: readonly NumberedClaim[], q: readonly NumberedClaim[]) =>
    p.flatMap((claim, x): [number, number][] => {
      const y = q.findIndex((other) => other.number === claim.number)
      return y < 0 ? [] : [[x, y]]
    })
  // Claims of a verbatim sentence with different numbers ended and began again between the versions: they are the same claims.
  const verbatim = (p: readonly NumberedClaim[], q: readonly NumberedClaim[]) => {
    const same = pairOf(p, q)
    const xs = [...p.keys()].filter((x) => !same.some((pair) => pair[0] === x))
    const ys = [...q.keys()].filter((y) => !same.some((pair) => pair[1] === y))
    return [...same, ...xs.slice(0, ys.length).map((x, n): [number, number] => [x, ys[n] ?? 0])]
  }
  const rewritten = (i: number, j: number, moved: Group['moved']) => {
    const [textA, textB] = [a.sentences[i]?.text ?? '', b.sentences[j]?.text ?? '']
    const free = (claim: NumberedClaim) => !recorded.has(claim)
    const [p, q] = [(claimsA[i] ?? []).filter(free), (claimsB[j] ?? []).filter(free)]
    const pairs = textA === textB ? verbatim(p, q) : pairOf(p, q)
    const [before, after] = [wordingOf(textA, p), wordingOf(textB, q)]
    if (pairs.length === 0) {
      const alone = p.every((c) => !inB.has(c.number)) && q.every((c) => !inA.has(c.number))
      const stage = alone && p.length > 0 && q.length > 0 ? supersededReason(comparisonOf(before, after, [])) : null
      if (stage) record(verdictOf([{ kind: 'superseded', rule: stage, before: null, after: null }], textA, textB), p, q)
      return
    }
    const { verdicts, findings } = judgeClaims(comparisonOf(before, after, pairs))
    if (moved) {
      const event = movement(moved)
      const [from, to] = [pairs.flatMap(([x]) => p[x] ?? []), pairs.flatMap(([, y]) => q[y] ?? [])]
      record(verdictOf([event, ...findings], textA, textB), from, to)
      return
    }
    for (const [n, [x, y]] of pairs.entries()) {
      const [from, to, verdict] = [p[x], q[y], verdicts[n]]
      if (!from || !to) continue
      if (verdict) record(verdict, [from], [to])
      recorded.add(from).add(to)
    }
  }
  const groups = align(a.sentences, b.sentences)
  const stands = ({ before, after }: Group) => a.sentences[before[0] ?? 0]?.text === b.sentences[after[0] ?? 0]?.text
  for (const group of [...groups.filter(stands), ...groups.filter((group) => !stands(group))]) {
    const before = group.before.flatMap((i) => claimsA[i] ?? [])
    const after = group.after.flatMap((j) => claimsB[j] ?? [])
    if (before.length + after.length === 0) continue
    if (group.recut) {
      const findings = recutFindings(group, a.sentences, b.sentences)
      if (findings.length > 0) record(verdictOf(findings, '', ''), before, after)
      else for (const claim of [...before, ...after]) recorded.add(claim)
    } else if (group.before.length + group.after.length === 2) rewritten(group.before[0] ?? 0, group.after[0] ?? 0, group.moved)
    else if (pairOf(before, after).length > 0) record(fragmentsVerdict(a.sentences, b.sentences, group), before, after)
  }
  for (const claim of a.claims) {
    const other = inB.get(claim.number)
    if (other && !recorded.has(claim)) rewritten(claim.sentence, other.sentence, null)
  }
  for (const claim of a.claims) if (!recorded.has(claim)) record(presence('withdrawn'), [claim], [])
  for (const claim of b.claims) if (!recorded.has(claim)) record(presence('introduced'), [], [claim])
  changes.push(...furnitureChanges(a.sentences, b.sentences, groups))
  const fresh = new Set(b.sentences.keys())
  for (const group of groups) for (const j of group.after) fresh.delete(j)
  const disclosed = acknowledged(changes, a.sentences, b.sentences, fresh)
  return changes.sort((p, q) => orderOf(p) - orderOf(q)).map((change) => withNote(change, disclosed))
}

function bySentence({ sentences, claims }: NumberedVersion): NumberedClaim[][] {
  const lists: NumberedClaim[][] = sentences.map(() => [])
  for (const claim of claims) lists[claim.sentence]?.push(claim)
  return lists
}
