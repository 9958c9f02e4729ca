/** The page of a claim: its facts in the words of the article. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../http/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

test('names the reporting verb as the article has it, and none where it has none', async () => {
  const { data } = await read<{ data: { number: number; statement: { cue: string | null; cue_text: string | null } }[] }>(
    stage.ask,
    '/v1/articles/ferry/claims?sort=number',
  )
  const page = async (number: number | undefined) => (await well(stage.ask(`/a/ferry/claims/${number}`))).text()
  const said = data.find(({ statement }) => statement.cue === 'say')
  expect(said?.statement.cue_text).toBe('said')
  expect(await page(said?.number)).toContain('in the article’s words, <q dir="auto">said</q>')
  const own = data.find(({ statement }) => statement.cue === null)
  expect(own?.statement.cue_text).toBeNull()
  expect(await page(own?.number)).toContain('in the article’s own voice</dd>')
})
