/** Tracking of sentences that an older engine analyzed. A difference between the engines is no change of the text. */
import { type Extract, extractionFor } from '../../analysis.ts'
import type { FoundClaim, Sentence } from '../../article.ts'
import type { Appearance, Change, GoneClaim, NumberedClaim, Step, Track, TrackState } from '../change.ts'
import { renumbered } from '../renumber.ts'
import { goneSentences } from '../returns.ts'
import { track } from '../track.ts'
import { keyOf, reExtract, reExtractBoth } from './re-extract.ts'

/** Returns true if a sentence's stored statements come from an older engine. */
export type Outdated = (sentence: string, headline: boolean) => boolean

/**
 * Does the same as `track` if statements may come from an older engine. A text that stands verbatim in both versions, in
 * whatever sentences, keeps its statements. Any other is compared by the statements of the current engine; its claims keep
 * their numbers. A claim that only one of the engines finds causes no change: it begins or ends (as `merged`) without one, or
 * ends with the claim that contains its words. Between two versions without furniture, no sentence proves to be furniture.
 */
export function trackAcrossEngines(outdated: Outdated): Track {
  return (state, next) => {
    const old = ({ text, zone }: Sentence) => outdated(text, zone === 'headline')
    const all = [...(state?.latest.sentences ?? []), ...(state?.gone ?? []).map((g) => g.sentence), ...next.sentences]
    return state && all.some(old) ? driftingStep(state, next, old) : track(state, next)
  }
}

const positionOf = ({ sentence, index }: { readonly sentence: number; readonly index: number }) => `${sentence}/${index}`

function driftingStep(state: TrackState, next: Parameters<Track>[1], old: (sentence: Sentence) => boolean): Step {
  const { before, after } = reExtractBoth(state.latest, next, old)

  // Claims that only the current engine finds get numbers for this step, above all assigned numbers.
  let numbers = state.numbers
  const latest = before.claims.map(({ claim, stored }): NumberedClaim => ({ ...claim, number: stored?.number ?? ++numbers }))
  // A returning sentence is extracted in the language of the text to which it returns.
  const extract = extractionFor(next.sentences)
  const gone = goneSentences(state.gone).flatMap(({ sentence, claims }) =>
    reExtractGone(sentence, claims, old, extract, () => ++numbers),
  )
  const step = track(
    {
      ...state,
      latest: { sentences: before.sentences, claims: latest },
      gone: [...state.gone.filter((g) => g.status === 'merged' || g.status === 'split'), ...gone],
      numbers,
    },
    { ...next, sentences: after.sentences, claims: after.claims.map((c) => c.claim) },
  )

  // Map the claims back to the statements that the new version has.
  const stored = new Map(after.claims.map((c) => [positionOf(c.claim), c.stored]))
  const given = new Map<FoundClaim, number>()
  for (const claim of step.state.latest.claims) {
    const own = stored.get(positionOf(claim))
    if (own) given.set(own, claim.number)
  }
  let highest = step.state.numbers
  const taken = new Set(given.values())
  const numberOf = (claim: FoundClaim): number => {
    const sentence = next.sentences[claim.sentence]
    const back = state.gone.find(
      (g) => g.claim.index === claim.index && !taken.has(g.number) && sentence && keyOf(g.sentence) === keyOf(sentence),
    )
    const number = back?.number ?? ++highest
    taken.add(number)
    return number
  }
  const claims = next.claims.map((claim): NumberedClaim => ({ ...claim, number: given.get(claim) ?? numberOf(claim) }))
  const present = new Set(claims.map((c) => c.number))
  const known = new Set([...state.latest.claims, ...state.gone].map((c) => c.number))
  const real = (number: number) => present.has(number) || known.has(number)

  const changes = step.changes.flatMap((change): Change[] => {
    const sides = {
      before: change.before.filter((a) => real(a.claim)),
      after: change.after.flatMap((a): Appearance[] => {
        const own = stored.get(positionOf(a))
        return own ? [{ claim: a.claim, sentence: own.sentence, index: own.index }] : []
      }),
    }
    const emptied = (side: 'before' | 'after') => change[side].length > 0 && sides[side].length === 0
    return emptied('before') || emptied('after') ? [] : [{ ...change, ...sides }]
  })

  // A claim that the current engine does not find ends with the claim that contains its words.
  const ended = new Map(step.state.gone.filter((g) => known.has(g.number)).map((g) => [g.number, g]))
  const numberAt = new Map(latest.map((claim) => [positionOf(claim), claim.number]))
  for (const { stored: claim, within } of before.lost) {
    const holder = within ? (numberAt.get(positionOf(within)) ?? null) : null
    const sentence = state.latest.sentences[claim.sentence]
    if (!sentence) continue
    const ending = holder === null ? undefined : ended.get(holder)
    const { number, ...found } = claim
    ended.set(number, {
      number,
      status: ending?.status ?? 'merged',
      since: state.place,
      sentence,
      claim: found,
      successor: ending ? ending.successor : holder,
      between: ending?.between ?? [null, null],
    })
    const at = changes.findIndex((c) => ending && c.after.length === 0 && c.before.some((a) => a.claim === holder))
    const change = changes[at]
    if (change)
      changes[at] = {
        ...change,
        before: [...change.before, { claim: number, sentence: claim.sentence, index: claim.index }],
      }
  }
  for (const claim of state.latest.claims) {
    if (present.has(claim.number) || ended.has(claim.number)) continue
    const sentence = state.latest.sentences[claim.sentence]
    const { number, ...found } = claim
    if (sentence)
      ended.set(number, {
        number,
        status: 'merged',
        since: state.place,
        sentence,
        claim: found,
        successor: null,
        between: [null, null],
      })
  }
  const earlier = new Map(state.gone.map((g) => [g.number, g]))
  for (const [number, claim] of earlier) if (!present.has(number)) ended.set(number, claim)
  const named = (number: number | null) => (number !== null && real(number) ? number : null)
  const drifted: Step = {
    ...step,
    changes,
    kept: step.kept.filter((k) => real(k.before.claim) && stored.get(positionOf(k.after))),
    state: {
      place: step.state.place,
      latest: { sentences: next.sentences, claims },
      gone: [...ended.values()]
        .filter((g) => !present.has(g.number))
        .map((g) => ({ ...g, successor: named(g.successor), between: [named(g.between[0]), named(g.between[1])] as const })),
      numbers: highest,
    },
  }
  // New claims get the next numbers, without the numbers of this step only.
  const fresh = [...present].filter((number) => number > state.numbers).sort((p, q) => p - q)
  const final = new Map(fresh.map((number, n) => [number, state.numbers + n + 1]))
  return renumbered(drifted, (number) => final.get(number) ?? number, state.numbers + fresh.length)
}

/**
 * Returns the claims of a gone sentence as the current engine extracts them. If it finds the gone claims unchanged, any further
 * claim of the sentence continues elsewhere and is not gone.
 */
function reExtractGone(
  sentence: Sentence,
  claims: readonly GoneClaim[],
  old: (s: Sentence) => boolean,
  extract: Extract,
  fresh: () => number,
): GoneClaim[] {
  const [first] = claims
  if (!first || !old(sentence)) return [...claims]
  const found = claims.map((gone) => ({ ...gone.claim, sentence: 0, gone }))
  const { claims: today, lost } = reExtract([sentence], found, () => true, { extract })
  const alike = today.every(({ claim, stored }) => !stored || (claim.index === stored.index && sameContent(claim, stored)))
  return today.flatMap(({ claim, stored }) => {
    if (stored) return [{ ...stored.gone, claim: { ...claim, reading: stored.gone.claim.reading } }]
    return alike && lost.length === 0 ? [] : [{ ...first, number: fresh(), claim }]
  })
}

const sameContent = (p: FoundClaim, q: FoundClaim): boolean =>
  JSON.stringify(p.statement.content) === JSON.stringify(q.statement.content)
