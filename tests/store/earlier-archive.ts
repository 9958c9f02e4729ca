/** A story that leaves rows of every form: `archive-0019.sql` has those that the program wrote before migration 0021. */
import { review } from '../../src/reviews/review.ts'
import type { Store } from '../../src/store/store.ts'
import { withhold } from '../../src/store/write/withholdings.ts'
import { NOW, open, publish } from '../recording/desk.ts'

const OPENING = 'The mayor, Ada Moreno, said on Monday that the mill may close. It employs about 4.5 million people, she added.'
const QUOTED = '“We will not sell the mill,” Mr. Lind said. “We never wanted to.” “It stays ours.”'
const AMOUNTS =
  'At least 40 houses were flooded on 3 March, and 12 percent of the fields will be lost, according to the report.'
const ORDERS = 'A spokesman denied that the mill would close by Friday if nobody paid €2,500.'

const BODIES = [
  [OPENING, QUOTED, AMOUNTS],
  [OPENING.replace('may close', 'will close'), QUOTED, AMOUNTS.replace('40', '60'), ORDERS],
  [OPENING.replace('may close', 'will close'), AMOUNTS.replace('40', '60').replace('will be lost', 'are lost')],
  [OPENING, QUOTED, AMOUNTS.replace('40', '70'), ORDERS],
] as const

/** The captures in minutes: the last text comes late. */
const MINUTES = [1, 70, 130, 40]

/** A claim that a person adds. */
const ADD = {
  ...{ version: 1, exact: 'that the mill would close', zone: null, start: null, label: null, certainty: null },
  source: { kind: 'named', name: 'A spokesman' } as const,
}

export async function tellEarlier(store: Store): Promise<void> {
  await open(store)
  for (const [n, sentences] of BODIES.entries())
    await publish(store, sentences.join(' '), MINUTES[n] ?? 0, {
      title: 'Mill “may close” by Friday',
      publishedAt: '2030-01-01',
      url: 'https://post.example/mill',
    })
  await open(store, 'pier')
  await publish(store, `${QUOTED} ${ORDERS}`, 5, {}, 'pier')
  await review(
    store,
    'pier',
    null,
    { action: 'add', change: null, review: null, detail: {}, added: ADD, reason: null },
    'Ada',
    NOW,
  )
  await withhold(store, { id: 2, articleId: 1 }, 'An order.', NOW)
}
