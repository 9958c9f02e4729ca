/** The OpenAPI document by its own rules: those of OpenAPI 3.1, and ours. */
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { type Document, exampleBodies, type Operation, operationsOf } from './described.ts'
import { Witness } from './witness.ts'

let document: Document
let operations: readonly Operation[]
let feature: Witness

beforeAll(async () => {
  const config = { readTokenRequired: false, bootstrapToken: '' }
  const app = createApp(() => ({ store: {} as never, config, clock: Date.now }))
  document = (await (await app.request('/openapi.json')).json()) as Document
  operations = operationsOf(document)
  feature = new Witness(document)
})

test('it is an OpenAPI 3.1 document', async () => {
  expect(await new Validator().validate(structuredClone(document) as object as Record<string, unknown>)).toEqual({
    valid: true,
  })
})

test('it passes the recommended rules of Redocly', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    // `at/{time}` and `{number}/withholding` differ: no number is `at`.
    rules: { 'no-ambiguous-paths': 'off' },
  })
  const problems = await lintFromString({ source: JSON.stringify(document), config })
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
})

test('its tuples are none that common tools refuse', () => {
  const text = JSON.stringify(document)
  expect(text).toContain('"prefixItems"')
  expect(text).not.toContain('"items":false')
})

test('its server is the public address, where one is set', async () => {
  const servers = async (publicUrl?: string) => {
    const config = { readTokenRequired: false, bootstrapToken: '', ...(publicUrl && { publicUrl }) }
    const app = createApp(() => ({ store: {} as never, config, clock: Date.now }))
    return ((await (await app.request('/openapi.json')).json()) as { servers: object[] }).servers
  }
  expect(await servers('https://archive.example')).toEqual([{ url: 'https://archive.example' }])
  expect(await servers()).toEqual([{ url: '/' }])
})

test('every operation has a name that a program can take', () => {
  for (const { operationId } of operations) expect(operationId).toMatch(/^[a-z]+([A-Z][a-zA-Z]*)?$/)
})

test('every tag is described, and every described one is used', () => {
  for (const { description } of document.tags) expect(description).toMatch(/\S/)
  expect(document.tags.map(({ name }) => name).sort()).toEqual([...new Set(operations.flatMap(({ tags }) => tags))].sort())
})

test('every component is referred to', () => {
  const text = JSON.stringify(document)
  for (const kind of ['schemas', 'headers'] as const) {
    const names = Object.keys(document.components[kind])
    expect(names.filter((name) => !text.includes(`"#/components/${kind}/${name}"`))).toEqual([])
  }
})

test('every parameter is described, and one that takes any text has an example', () => {
  for (const { name, parameters } of operations) {
    for (const { name: parameter, description, schema, example } of parameters) {
      expect([name, parameter, description ?? '']).toEqual([name, parameter, expect.stringMatching(/\S/)])
      const anyText = schema.type === 'string' && !schema.enum && !['cursor', 'since', 'after'].includes(parameter)
      if (anyText) expect([name, parameter, example]).toEqual([name, parameter, expect.any(String)])
    }
  }
})

test('every example of a parameter is one that it takes', () => {
  for (const { name, parameters } of operations) {
    for (const { name: parameter, schema, example } of parameters) {
      if (example !== undefined) expect([name, parameter, feature.faults(schema, example)]).toEqual([name, parameter, []])
    }
  }
})

test('only a parameter that must be given has an example that is filled in: those that may be given exclude each other', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const { parameters = [] } of Object.values(methods)) {
      for (const { name, required = false, example, schema } of parameters) {
        const filledIn = [example, schema.example, schema.default].some((value) => value !== undefined)
        if (!required) expect([path, name, filledIn]).toEqual([path, name, false])
      }
    }
  }
})

test('what the feed tells is recorded, so that it has an id', () => {
  const { id, url, recorded_at } = (document.components.schemas.RecordedChange?.properties ?? {}) as Record<string, object>
  expect([id, url, recorded_at]).toMatchObject([{ type: 'integer' }, { type: 'string' }, { type: 'string' }])
})

test('every body has an example that it takes', () => {
  for (const operation of operations) {
    const media = operation.requestBody?.content['application/json']
    if (!media) continue
    const bodies = exampleBodies(operation)
    expect([operation.name, bodies.length > 0]).toEqual([operation.name, true])
    for (const body of bodies) expect([operation.name, feature.faults(media.schema, body)]).toEqual([operation.name, []])
  }
})

test('every answer tells the headers of every answer', () => {
  for (const { name, responses } of operations) {
    for (const [status, { headers, description }] of Object.entries(responses)) {
      expect(description).toMatch(/\S/)
      const told = Object.keys(headers)
      expect([name, status, told]).toEqual([name, status, expect.arrayContaining(['access-control-allow-origin', 'vary'])])
      if (status === '304') expect(told).toContain('etag')
      if (['201', '302', '308'].includes(status) && name !== 'POST /v1/tokens') expect(told).toContain('location')
    }
  }
})

test('an answer with a field or a header more is found out', () => {
  const operation = operations.find(({ operationId }) => operationId === 'verifyArticle')
  if (!operation) throw new Error('there is no verifyArticle')
  const counts = {
    entries: 9,
    statements: 4,
    claims: 4,
    wordings: 5,
    changes: 5,
    reviews: 0,
    withholdings: 0,
    erasures: 0,
    checks: 0,
  }
  const answer = { article: 'ferry', ok: true, whole: true, versions: 3, compared: counts, head: 'abc', faults: [] }
  const headers = {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
    ETag: '"abc"',
  }
  const faults = (more: object, status = 200, moreHeaders = {}) =>
    feature.answerFaults(
      operation,
      new Response(null, { status, headers: { ...headers, ...moreHeaders } }),
      JSON.stringify({ ...answer, ...more }),
    )
  expect(faults({})).toEqual([])
  expect(faults({ more: 1 })).toHaveLength(1)
  expect(faults({ faults: [{ version: 1, entry: null, fault: 'x', more: 1 }] })).toHaveLength(1)
  expect(faults({ versions: '3' })).toHaveLength(1)
  expect(faults({}, 200, { 'X-More': '1' })).toHaveLength(1)
  expect(faults({}, 200, { Link: '<a>; rel="next"' })).toHaveLength(1)
  expect(faults({}, 200, { ETag: 'abc' })).toHaveLength(1)
  expect(faults({}, 200, { 'Content-Type': 'text/plain' })).toHaveLength(1)
  expect(faults({}, 202)).toHaveLength(1)
})
