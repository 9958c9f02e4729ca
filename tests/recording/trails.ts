/** The trails of an article in a form that two archives can be compared by. */
import { expect } from 'vitest'
import type { ChangeView } from '../../src/store/read/changes.ts'
import type { Store } from '../../src/store/store.ts'
import { standing, versionList, versionOf } from './desk.ts'

/** The trails, with claims named by their first appearance and equal versions that follow on each other taken as one. */
export async function trails(store: Store) {
  const list = await versionList(store)
  const names = new Map<number, number>()
  const name = (claim: number) => {
    if (!names.has(claim)) names.set(claim, names.size)
    return names.get(claim) ?? -1
  }
  const runs = new Map<string, string>()
  const numbers = new Map<number, string>()
  let last = { hash: '', start: '' }
  const versions = []
  for (const { contentHash, capturedAt, number } of list) {
    const start = last.hash === contentHash ? last.start : capturedAt
    runs.set(capturedAt, start)
    numbers.set(number, start)
    const { claims, sentences } = await versionOf(store, number)
    const found = claims.map((c) => [name(c.number), sentences[c.sentence]?.text, c.index, c.reading])
    if (last.hash === contentHash) expect(found).toEqual(versions.at(-1)?.found)
    else versions.push({ capturedAt, found })
    last = { hash: contentHash, start }
  }
  const changes = (await standing(store)).map(({ from, to, kinds, before, after, detail, acknowledged }: ChangeView) => ({
    from: from && runs.get(from.capturedAt),
    to: to.capturedAt,
    kinds,
    before: before.map((s) => [s.exact, s.claims.map(name).sort((a, b) => a - b)]),
    after: after.map((s) => [s.exact, s.claims.map(name).sort((a, b) => a - b)]),
    detail: detail.restored ? { ...detail, restored: numbers.get(detail.restored.since) } : detail,
    acknowledged,
  }))
  return { versions, changes: changes.sort((a, b) => key(a).localeCompare(key(b))) }
}

const key = (change: { to: string }) => `${change.to} ${JSON.stringify(change)}`
