/** Two pasted texts: what was found, what is wrong, and that nothing is kept. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { rowCounts, type Stage, stageOver, TOKEN } from '../http/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
})

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' }
const send = (fields: Record<string, string>, headers: Record<string, string> = FORM, on = stage) =>
  on.ask('/try', { method: 'POST', headers, body: new URLSearchParams(fields).toString() })
const plain = (text: string) =>
  text
    .replace(/<q[^>]*>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(/<[^>]+>/g, '')

describe('two texts', () => {
  const fields = {
    before_title: 'Ferry to sail',
    before_body: 'The ferry will sail on Friday, the operator said.',
    after_title: 'Ferry to sail',
    after_body: 'The ferry may sail on Friday, the operator said.',
  }

  test('are compared, in plain sentences', async () => {
    const answer = await send(fields)
    const text = await answer.text()
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([200, 'no-store', null])
    expect(plain(text)).toContain('Softened: “will” became “may”.')
    expect(plain(text)).toMatch(/1 claim softened\s+1 not disclosed/)
    expect(plain(text)).toContain('the operator · sure → the operator · possible')
    expect(text).toContain('The ferry may sail on Friday, the operator said.</textarea>')
  })

  test('say of each change whether the article said so, and give each pair of words its own colour', async () => {
    const silent = await (
      await send({
        ...fields,
        before_body: 'The city will cut 300 jobs, the owner said.',
        after_body: 'The city may cut 450 jobs, the mayor said.',
      })
    ).text()
    expect(plain(silent)).toContain('Softened: “will” became “may”. Number changed: 300 jobs became 450 jobs.')
    expect(silent).toContain('<span class="silent">The article did not say so.</span>')
    expect(silent).toContain('<ins class="f-attribution">mayor</ins>')
    expect(silent).toContain('<ins class="f-facts">450</ins>')
    const noted = await (
      await send({
        ...fields,
        before_body: 'The pier has 40 berths.',
        after_body:
          'The pier has 60 berths.\n\nCorrection: An earlier version misstated the number of berths of the pier. It is 60, not 40.',
      })
    ).text()
    expect(noted).toContain('<span class="noted">The article said so in a note.</span>')
  })

  test('leave nothing behind', async () => {
    const before = await rowCounts(stage.store)
    await send(fields)
    expect(await rowCounts(stage.store)).toEqual(before)
    expect(await (await stage.ask('/try')).text()).not.toContain('operator')
  })

  test('that are the same have no change', async () => {
    expect(plain(await (await send({ ...fields, after_body: fields.before_body })).text())).toContain('No claim changed')
  })

  test('of hostile words are text', async () => {
    const bad = '</textarea><script>alert(1)</script> will sail, Ada <b>"Roe" said.'
    const text = await (
      await send({ before_title: bad, before_body: bad, after_title: bad, after_body: `${bad} It may not.` })
    ).text()
    expect(text).not.toMatch(/<script>|<b>"/)
    expect(text.match(/<\/textarea>/g)).toHaveLength(2)
  })
})

describe('what is wrong', () => {
  test('stands beside its field, and what was pasted stays', async () => {
    const answer = await send({ before_body: 'The ferry will sail.', after_body: ' ' })
    const text = await answer.text()
    expect(answer.status).toBe(400)
    expect(text).toContain('<p class="wrong" id="after-body-wrong">The text is empty; expected the text of the article.</p>')
    expect(text).toMatch(/<textarea id="after-body"[^>]* aria-invalid="true" aria-describedby="after-body-wrong"/)
    expect(text).not.toContain('id="before-body-wrong"')
    expect(text).toContain('The ferry will sail.</textarea>')
  })

  test('stands beside both where both are empty', async () => {
    const text = await (await send({ before_body: '', after_body: '' })).text()
    for (const side of ['before', 'after'])
      expect(text).toContain(`<p class="wrong" id="${side}-body-wrong">The text is empty;`)
  })

  test('is told of too much text, of one or of both', async () => {
    const large = 'The ferry will sail. '.repeat(13_000)
    const one = await send({ before_body: large, after_body: 'x' })
    expect([one.status, plain(await one.text())]).toEqual([413, expect.stringContaining('too much text')])
    const both = await send({ before_body: large.slice(0, 200_000), after_body: large.slice(0, 200_000) })
    expect([both.status, await both.text()]).toEqual([413, expect.stringContaining('role="alert"')])
    const body = await send({ before_body: 'x'.repeat(900_000) })
    expect(body.status).toBe(413)
  })

  test('is another type than that of a form', async () => {
    expect((await send({}, { 'Content-Type': 'text/plain' })).status).toBe(415)
  })
})

test('where reading is closed, comparing is too', async () => {
  const closed = stageOver(stage.store, { readTokenRequired: true })
  const fields = { before_body: 'It will sail.', after_body: 'It may sail.' }
  expect((await send(fields, FORM, closed)).status).toBe(401)
  expect((await send(fields, { ...FORM, Authorization: `Bearer ${TOKEN}` }, closed)).status).toBe(200)
})
