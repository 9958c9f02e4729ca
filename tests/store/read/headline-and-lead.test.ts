import { beforeEach, expect, it } from 'vitest'
import { openStore } from '#harness'
import { sameInHeadlineAndLead } from '../../../src/reading/headline-and-lead.ts'
import { headlineAndLeadRows } from '../../../src/store/read/headline-and-lead.ts'
import type { Store } from '../../../src/store/store.ts'
import { withhold } from '../../../src/store/write/withholdings.ts'
import { NOW, open, publish, versionOf } from '../../recording/desk.ts'

const LEAD = 'The ferry Halcyon ran aground on a sandbank off Pellow on Tuesday.'
const MORE = 'A ferry ran aground off Pellow in spring, too.'
let store: Store

const same = async (number: number) => sameInHeadlineAndLead(await headlineAndLeadRows(store, 'harbour', number), number)
const numberOf = async (version: number, text: string) => {
  const { sentences, claims } = await versionOf(store, version)
  return claims.find((c) => sentences[c.sentence]?.text === text)?.number ?? 0
}

beforeEach(async () => {
  store = await openStore()
  await open(store)
  await publish(store, `${LEAD}\n\n${MORE}`, 1, { title: 'Ferry aground off Pellow' })
})

it('links a claim of the headline and the lead’s, in both directions, and no claim of the body', async () => {
  const [head, lead, body] = [await numberOf(1, 'Ferry aground off Pellow'), await numberOf(1, LEAD), await numberOf(1, MORE)]
  expect(await same(head)).toEqual([lead])
  expect(await same(lead)).toEqual([head])
  expect(await same(body)).toEqual([])
  expect(await same(99)).toEqual([])
})

it('looks at the last version in which the claim stands', async () => {
  const [head, lead] = [await numberOf(1, 'Ferry aground off Pellow'), await numberOf(1, LEAD)]
  await publish(store, 'Barley rose by 7 percent.', 2, { title: 'Ferry aground off Pellow' })
  expect(await same(head)).toEqual([])
  expect(await same(lead)).toEqual([head])
  await withhold(store, { id: 2, articleId: 1 }, 'An order.', NOW)
  expect(await same(head)).toEqual([lead])
})
