/** How much of a database a first version takes, by whole pages. */
import { expect, it } from 'vitest'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { open, publish } from '../recording/desk.ts'

const PLACES = ['quay', 'mill', 'ferry', 'tunnel', 'market', 'museum', 'library', 'orchard', 'bridge', 'station', 'garden']
const PEOPLE = ['Ada Moreno', 'Tomas Lind', 'the harbour master', 'Ruth Okafor', 'a spokeswoman', 'Jonas Aalto']

/** 60 sentences of about 120 letters in paragraphs of three, each a claim that is reported. */
function bodyOf(edition: number): string {
  const sentences = Array.from({ length: 60 }, (_, n) => {
    const [place, other] = [PLACES[n % 11], PLACES[(n * 3 + edition) % 11]]
    return `The council will pay about ${n + edition} million crowns for the ${place} and the road to the ${other}, said ${PEOPLE[n % 6]} on behalf of the town.`
  })
  return Array.from({ length: 20 }, (_, p) => sentences.slice(p * 3, p * 3 + 3).join(' ')).join('\n\n')
}

it('is at most eight times its text', async () => {
  const database = openSqlite(':memory:', 'migrations')
  const store = sqliteStore(database)
  const taken = () => database.prepare<[], number>('select sum(pgsize) from dbstat').pluck().get() ?? 0
  const empty = taken()
  let text = 0
  for (let n = 0; n < 40; n++) {
    await open(store, `story-${n}`)
    const { length } = bodyOf(n)
    await publish(store, bodyOf(n), n, { title: 'The council pays' }, `story-${n}`)
    text += length
  }
  const factor = (taken() - empty) / text
  expect(factor).toBeGreaterThan(2)
  expect(factor).toBeLessThan(8)
})
