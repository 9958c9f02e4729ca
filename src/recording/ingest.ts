/** The write path of texts: records versions, their claims and their changes, or checks where nothing is new. */

import { ENGINE } from '../core/analysis.ts'
import { Failure } from '../failure.ts'
import { sealTiles } from '../store/log/tree.ts'
import { isAside, visibleChanges } from '../store/read/change-view.ts'
import type { ChangeView } from '../store/read/changes.ts'
import { positionOf } from '../store/sql/position.ts'
import type { Store } from '../store/store.ts'
import { checkStatements, type FoundCheck, firstChecks, type NewCheck, passChecks } from '../store/write/checks.ts'
import { versionText } from '../store/write/history.ts'
import { type LaterVersion, laterVersions } from '../store/write/later-versions.ts'
import type { NewVersion } from '../store/write/recording.ts'
import { type WriteContext, writeContext } from '../store/write/write-context.ts'
import { analyzeAndTrack } from './analyze-and-track.ts'
import { type PlacedTexts, type PlacedVersion, placeTexts } from './place-texts.ts'
import { retryOnConflict } from './retry-on-conflict.ts'
import { recordingTime, toRows } from './rows.ts'
import { type Content, storable, type VersionInput } from './storable.ts'
import type { TrackedTexts } from './track-texts.ts'

/** A version as an ingest reports it. */
export type RecordedVersion = Omit<NewVersion, 'id' | 'place' | 'sentences' | 'body'> & { readonly slug: string }

export type Outcome =
  | {
      readonly outcome: 'created'
      readonly version: RecordedVersion
      /** Without the changes of withheld versions and those that are no edits of the story. */
      readonly changes: readonly ChangeView[]
    }
  | {
      readonly outcome: 'unchanged'
      readonly number: number
      readonly slug: string
      readonly checkedAt: string
      readonly contentHash: string
    }

/** The fate of one of many texts. */
export type Recorded = Outcome | { readonly outcome: 'refused'; readonly failure: Failure }

/** Statements of one atomic write. */
export type Statements = Parameters<Store['batchWrite']>[0]

/** Most bytes of text of one write: larger imports are several writes, so that each fits into the limits of D1. */
const MOST_BYTES = 2 * 1024 * 1024

/**
 * Records a version of an article in one atomic write, or a check where the text equals that of the version before it. A version that is
 * older than others is inserted before them, and those after it are tracked again. `also` returns further statements of the same write,
 * which run after its own; those of `first` run before. Throws Failure: not_found, invalid, too_large, busy, not_writable.
 */
export async function ingest(
  store: Store,
  slug: string,
  input: VersionInput,
  now: string,
  also: (outcome: Outcome) => Statements = () => [],
  first: Statements = [],
): Promise<Outcome> {
  const alone = ([outcome]: readonly Outcome[]): Statements => (outcome ? also(outcome) : [])
  const [outcome] = await record(store, slug, [storable(input, now)], now, alone, first)
  if (!outcome) throw new RangeError('nothing was recorded')
  return outcome
}

/**
 * Records many versions of an article, in any order of time, as if each had come alone in the order of time, but tracks the article once
 * and appends to the feed only the changes between versions that are neighbours in the end. One atomic write, or several where the texts
 * have more than 2 MiB. `also` returns further statements of each write; it is given what became of the inputs that the write records, by
 * their index; the statements of `first` run before those of each write. A text that cannot be stored is refused alone. Throws Failure: not_found, busy, not_writable.
 */
export async function ingestAll(
  store: Store,
  slug: string,
  inputs: readonly VersionInput[],
  now: string,
  also: (recorded: ReadonlyMap<number, Recorded>) => Statements = () => [],
  first: Statements = [],
): Promise<Recorded[]> {
  const recorded = new Map<number, Recorded>()
  const accepted: { readonly index: number; readonly content: Content }[] = []
  for (const [index, input] of inputs.entries()) {
    try {
      accepted.push({ index, content: storable(input, now) })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      recorded.set(index, { outcome: 'refused', failure: error })
    }
  }
  if (recorded.size > 0) await store.batchWrite(also(new Map(recorded)))
  for (const part of partsOf(accepted)) {
    const byIndex = (outcomes: readonly Outcome[]) =>
      new Map(part.flatMap(({ index }, i): [number, Recorded][] => (outcomes[i] ? [[index, outcomes[i]]] : [])))
    const contents = part.map(({ content }) => content)
    const outcomes = await record(store, slug, contents, now, (made) => also(byIndex(made)), first)
    for (const [index, outcome] of byIndex(outcomes)) recorded.set(index, outcome)
  }
  return inputs.flatMap((_, index) => recorded.get(index) ?? [])
}

/** Parts in the order of time, each small enough for one write. */
function partsOf<Item extends { readonly content: Content }>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const item of items.toSorted((a, b) => inTime(a.content, b.content))) {
    bytes += item.content.bytes
    if (bytes > MOST_BYTES) {
      parts.push([])
      bytes = item.content.bytes
    }
    parts.at(-1)?.push(item)
  }
  return parts
}

const inTime = (a: Content, b: Content): number => (a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0)

/** Records contents in one atomic write; the outcomes are parallel to them. */
async function record(
  store: Store,
  slug: string,
  contents: readonly Content[],
  now: string,
  also: (outcomes: readonly Outcome[]) => Statements,
  first: Statements,
): Promise<Outcome[]> {
  let ready = null as Prepared | null
  return store.serialize(() =>
    retryOnConflict(async () => {
      let dated = contents
      let context = await contextAt(store, slug, firstOf(dated))
      const time = recordingTime(context.logTime, now)
      if (contents.some(({ undated, capturedAt }) => undated && time > capturedAt)) {
        dated = contents.map((content) => (content.undated ? { ...content, capturedAt: time } : content))
        context = await contextAt(store, slug, firstOf(dated))
      }
      // The prepared texts are still valid if the other writer wrote to another article.
      if (ready?.recordings !== context.recordings || ready.time !== time) ready = await prepare(store, context, dated, time)
      const { outcomes, statements } = written(ready, context, now)
      const sealed = await sealTiles(store, context.logSize, context.tiles)
      await store.batchWrite([...first, ...statements, ...sealed, ...also(outcomes)])
      return outcomes
    }),
  )
}

const firstOf = (contents: readonly Content[]): string =>
  contents.reduce((first, { capturedAt }) => (capturedAt < first ? capturedAt : first), '9999')

/** The article as a write of what was captured at a time finds it. Throws Failure not_found. */
async function contextAt(store: Store, slug: string, capturedAt: string): Promise<WriteContext> {
  const context = await writeContext(store, slug, ENGINE, capturedAt)
  if (!context) throw new Failure('not_found', `There is no article "${slug}".`)
  return context
}

interface Prepared {
  /** How often the article was recorded when it was prepared, and the time of contents without one. */
  readonly recordings: number
  readonly time: string
  /** The contents with the versions that they made or found, in the given order. */
  readonly contents: readonly (Content & PlacedTexts['found'][number])[]
  readonly passed: PlacedTexts['passed']
  /** Null: nothing is new. */
  readonly tracked: { readonly found: TrackedTexts; readonly previous: WriteContext['previous'] } | null
}

/** Does all work whose result is valid until something else is recorded of the article. */
async function prepare(store: Store, context: WriteContext, contents: readonly Content[], time: string): Promise<Prepared> {
  const sorted = [...contents.keys()].sort((a, b) => inTime(contents[a] as Content, contents[b] as Content))
  const inOrder = sorted.map((i) => contents[i] as Content)
  const first = inOrder[0]?.capturedAt ?? ''
  const later = context.next === null ? [] : await laterVersions(store, context.id, positionOf(first, context.versions + 1))
  const placed = await placeTexts(inOrder, {
    versions: context.versions,
    recorded: [...(context.previous ? [context.previous] : []), ...later.map(({ mark }) => mark)],
    checks: checksAround(store, context.id, inOrder, later),
    textOf: (id) => versionText(store, id),
  })
  const placeOf = new Map(sorted.map((given, place) => [given, place]))
  return {
    recordings: context.recordings,
    time,
    contents: contents.flatMap((content, i) => {
      const found = placed.found[placeOf.get(i) ?? -1]
      return found ? [{ ...content, ...found }] : []
    }),
    passed: placed.passed,
    tracked: await trackedAmong(store, context, placed, later),
  }
}

/** The checks that texts may contradict, read at most once. */
function checksAround(store: Store, articleId: number, contents: readonly Content[], later: readonly LaterVersion[]) {
  let checks: Promise<readonly FoundCheck[]> | null = null
  return () => {
    const [first, last] = [contents[0]?.capturedAt ?? '', contents.at(-1)?.capturedAt ?? '']
    const before = later.find(({ mark }) => mark.capturedAt > last)?.mark.capturedAt ?? '9999'
    const times = [...contents, ...later.map(({ mark }) => mark)].map(({ capturedAt }) => capturedAt)
    checks ??= firstChecks(store, articleId, [...new Set(times)], first, before)
    return checks
  }
}

/** The new texts, tracked among the recorded versions that come after the first of them; null: there are none. */
async function trackedAmong(
  store: Store,
  context: WriteContext,
  { texts, cut }: PlacedTexts,
  later: readonly LaterVersion[],
): Promise<Prepared['tracked']> {
  const [first] = texts
  if (!first) return null
  const place = positionOf(first.capturedAt, first.number)
  const previous = later.findLast(({ mark }) => mark.place < place)?.mark ?? context.previous
  const after = later.filter(({ mark }) => mark.place > place)
  return { found: await analyzeAndTrack(store, { ...context, previous }, { texts, cut, later: after }), previous }
}

/** The statements for the log as it is now, and the outcomes that they will have. */
function written({ contents, passed, tracked }: Prepared, context: WriteContext, now: string) {
  const rows = tracked && toRows({ ...context, previous: tracked.previous }, tracked.found, now)
  const idOf = ({ id, text }: PlacedVersion): number => id ?? rows?.versions[text ?? -1]?.id ?? 0
  const withheld = new Set(context.withheld)
  const checks: NewCheck[] = []
  const outcomes = contents.map((content): Outcome => {
    const { version, isNew, capturedAt, url, publishedAt, modifiedAt } = content
    const row = isNew ? rows?.versions[version.text ?? -1] : undefined
    if (row) {
      const changes = visibleChanges(rows?.changes[version.text ?? -1] ?? [], withheld)
      const visible = changes.filter((change) => !isAside(change))
      return { outcome: 'created', version: { ...row, slug: context.slug }, changes: visible }
    }
    const { contentHash, number } = version
    checks.push({ capturedAt, url, publishedAt, modifiedAt, contentHash, versionId: idOf(version), recordedAt: now })
    return { outcome: 'unchanged', number, slug: context.slug, checkedAt: capturedAt, contentHash }
  })
  const statements = [
    ...(rows?.statements ?? []),
    ...passed.map(({ from, to }) => passChecks(context.id, idOf(from), idOf(to), to.capturedAt)),
    ...checkStatements(context.id, checks, rows ? null : context.recordings),
  ]
  return { outcomes, statements }
}
