/** The forms of editors: what each writes, how each refuses, and that none writes for anybody else. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, rowCounts, type Stage, stageOver, TOKEN, tellStory, well } from '../../http/stage.ts'
import { ACCEPT, type Browser, type FormFields, formTokenIn, onceKey, send, signedIn, tokenWith } from './browser.ts'

let stage: Stage
let browser: Browser

beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  browser = await signedIn(stage)
})

type Json = Record<string, unknown>

/** The archive, as its interface returns it. */
async function state(): Promise<string> {
  const paths = ['/v1/articles', '/v1/log', '/v1/reviews', '/v1/articles/ferry/lanes', '/v1/hooks', '/v1/tokens']
  const answers = paths.map(async (path) => {
    const answer = await stage.ask(path, { headers: { Authorization: `Bearer ${TOKEN}` } })
    return `${answer.status} ${answer.headers.get('location')} ${await answer.text()}`
  })
  return (await Promise.all(answers)).join('\n')
}

interface Case {
  readonly scope: string
  readonly prepare?: () => Promise<unknown>
  /** The page that has the form, where that is another one than takes it. */
  readonly page?: string
  readonly path: string
  readonly fields: FormFields
  /** The status, and where it leads. */
  readonly done: readonly [status: number, location: string | null]
  /** The archive after it. */
  readonly wrote: () => Promise<unknown>
  readonly expected: unknown
  /** Fields that are refused: the status, the fault, and the text that must not be lost. */
  readonly refused: readonly (readonly [fields: FormFields, status: number, fault: string, ...kept: string[]])[]
}

const lastReview = async () => (await read<{ data: Json[] }>(stage.ask, '/v1/reviews')).data.at(-1)

const CLAIM = '/a/ferry/claims/4'

const CASES: Record<string, Case> = {
  'an article': {
    scope: 'archive:write',
    path: '/new',
    fields: { title: 'Mill Burns', publication: 'Valley Post', url: 'https://valley.example/mill', slug: '' },
    done: [303, '/a/mill-burns/new'],
    wrote: () => read(stage.ask, '/v1/articles/mill-burns'),
    expected: { title: 'Mill Burns', publication: 'Valley Post', urls: [{ url: 'https://valley.example/mill' }] },
    refused: [
      [
        { title: 'Mill “burns”', slug: 'Bad Slug' },
        400,
        'expected lower-case letters, digits and single hyphens',
        'Mill “burns”',
        'Bad Slug',
      ],
      [{ title: 'Mill', slug: 'ferry' }, 409, 'is taken', 'value="ferry"'],
      [{ title: 'Mill', url: 'mill' }, 400, 'expected an address with http:// or https://', 'value="mill"'],
      [{ title: 'x'.repeat(501) }, 400, 'has more than 500 characters', 'x'.repeat(501)],
      [{}, 400, 'give a slug, a title or a url'],
    ],
  },
  'the metadata of an article': {
    scope: 'archive:write',
    path: '/a/ferry/metadata',
    fields: { title: 'The Ferry', publication: '', url: 'https://gazette.example/the-ferry', slug: 'the-ferry' },
    done: [303, '/a/the-ferry'],
    wrote: () => read(stage.ask, '/v1/articles/the-ferry'),
    expected: {
      title: 'The Ferry',
      publication: null,
      urls: [{ url: 'https://gazette.example/ferry' }, { url: 'https://gazette.example/the-ferry' }],
    },
    refused: [
      [{ title: 'Kept title', slug: 'Bad Slug' }, 400, 'expected lower-case letters, digits and single hyphens', 'Kept title'],
      [{ title: 'Kept title', slug: 'bridge' }, 409, 'is taken', 'Kept title', 'value="bridge"'],
      [{ title: 'Kept title', url: 'mill' }, 400, 'expected an address with http:// or https://', 'value="mill"'],
      [{ title: 'x'.repeat(501) }, 400, 'has more than 500 characters', 'x'.repeat(501)],
    ],
  },
  'a version': {
    scope: 'archive:write',
    path: '/a/ferry/new',
    fields: {
      title: 'Ferry Sold',
      byline: 'By Ada Moreno',
      body: 'The ferry was sold.\r\n\r\nIt may sail in May.',
      url: '',
      captured_at: '2026-02-11T09:30',
      published_at: '2026-02-11T09:00:05',
      modified_at: '',
    },
    done: [303, '/a/ferry/v/4'],
    wrote: () => read(stage.ask, '/v1/articles/ferry/versions/4'),
    expected: {
      title: 'Ferry Sold',
      byline: 'By Ada Moreno',
      body: 'The ferry was sold.\n\nIt may sail in May.',
      captured_at: '2026-02-11T09:30:00.000Z',
      published_at: '2026-02-11T09:00:05.000Z',
      modified_at: null,
    },
    refused: [
      [{ title: 'Kept title', body: '' }, 400, 'is empty; expected the text of the article', 'Kept title'],
      [
        { body: '\nTwo lines\n\n& more', captured_at: '2027-01-01T00:00' },
        400,
        'is in the future',
        '>\n\nTwo lines\n\n&amp; more<',
      ],
      [{ body: 'Kept.', url: 'ftp://x.example' }, 400, 'expected an address with http:// or https://', 'Kept.'],
      [{ body: 'Long. '.repeat(50_000), byline: 'Kept' }, 413, 'at most', 'value="Kept"'],
    ],
  },
  'a confirmation': {
    scope: 'review:write',
    path: CLAIM,
    fields: { action: 'confirm', change: '', reason: 'Seen in print' },
    done: [303, `${CLAIM}#decisions`],
    wrote: lastReview,
    expected: { action: 'confirm', claim: 4, change: null, reason: 'Seen in print', reviewer: 'bootstrap' },
    refused: [
      [{ action: 'confirm', change: '999', reason: 'Kept reason' }, 400, '999 is no current change of claim 4', 'Kept reason'],
    ],
  },
  'a rejection': {
    scope: 'review:write',
    path: CLAIM,
    fields: { action: 'reject', change: '', reason: 'No claim' },
    done: [303, `${CLAIM}#decisions`],
    wrote: lastReview,
    expected: { action: 'reject', claim: 4, reason: 'No claim' },
    refused: [
      [{ action: 'reject', change: '', reason: '' }, 400, 'is needed'],
      [{ action: 'reject', reason: 'r'.repeat(2001) }, 400, 'has more than 2000 characters', 'r'.repeat(2001)],
    ],
  },
  'a new name': {
    scope: 'review:write',
    path: CLAIM,
    fields: { action: 'relabel', label: 'Service returns <soon>', reason: '' },
    done: [303, `${CLAIM}#decisions`],
    wrote: () => read(stage.ask, '/v1/articles/ferry/claims/4'),
    expected: { label: 'Service returns <soon>', label_by: 'human' },
    refused: [
      [{ action: 'relabel', label: '', reason: 'Kept reason' }, 400, 'is needed', 'Kept reason'],
      [{ action: 'relabel', label: 'Two\nlines' }, 400, 'has more than one line', 'Two\nlines'],
    ],
  },
  'a merger': {
    scope: 'review:write',
    path: CLAIM,
    fields: { action: 'merge', with: '', reason: '' },
    done: [303, `${CLAIM}#decisions`],
    wrote: lastReview,
    expected: null,
    refused: [
      [{ action: 'merge', with: '4', reason: 'Kept reason' }, 400, 'is the claim itself', 'Kept reason', 'value="4"'],
      [{ action: 'merge', with: 'four' }, 400, 'expected a whole number', 'value="four"'],
      [{ action: 'merge', with: '1' }, 400, 'one claim occurs once', 'value="1"'],
    ],
  },
  'a split': {
    scope: 'review:write',
    path: CLAIM,
    fields: { action: 'split', version: '2', reason: 'Another matter' },
    done: [303, `${CLAIM}#decisions`],
    wrote: lastReview,
    expected: { action: 'split', claim: 4, version: 2, reason: 'Another matter' },
    refused: [[{ action: 'split', version: '1', reason: 'Kept reason' }, 400, 'claim 4 begins with version 1', 'Kept reason']],
  },
  'an overtaking': {
    scope: 'review:write',
    path: CLAIM,
    fields: { action: 'supersede', by: '', reason: '' },
    done: [303, `${CLAIM}#decisions`],
    wrote: lastReview,
    expected: null,
    refused: [
      [{ action: 'supersede', by: '1', reason: 'Kept reason' }, 400, 'nothing has superseded it', 'Kept reason'],
      [{ action: 'supersede', by: '99' }, 400, 'has no claim 99', 'value="99"'],
    ],
  },
  'a claim': {
    scope: 'review:write',
    path: '/a/ferry/v/1/claims/new',
    fields: {
      exact: 'off Norrholm on Tuesday',
      zone: '',
      start: '',
      'source.kind': 'named',
      'source.name': 'Ada Moreno',
      label: 'Off Norrholm',
      'certainty.level': 'possible',
      'certainty.polarity': 'negative',
      reason: 'Missed',
    },
    done: [303, '/a/ferry/claims/7'],
    wrote: lastReview,
    expected: { action: 'add', claim: 7, version: 1, exact: 'off Norrholm on Tuesday', reason: 'Missed' },
    refused: [
      [
        { exact: 'not in the text', label: 'Kept label' },
        400,
        'does not occur within one sentence',
        'Kept label',
        'not in the text',
      ],
      [{ exact: 'a', reason: 'Kept reason' }, 400, 'choose one by start and zone', 'Kept reason'],
      [{ exact: 'off Norrholm', 'source.name': 'Kept name' }, 400, 'choose one of these', 'Kept name'],
      [{ exact: 'off Norrholm', 'source.kind': 'named' }, 400, 'is needed', '<option value="named" selected>'],
      [{ exact: 'off Norrholm', start: 'here' }, 400, 'expected a whole number', 'value="here"'],
    ],
  },
  'a withholding': {
    scope: 'archive:admin',
    path: '/a/ferry/v/2/withholding',
    fields: { reason: 'By order of a court' },
    done: [303, '/a/ferry'],
    wrote: () => stage.ask('/v1/articles/ferry/versions/2').then((answer) => answer.json()),
    expected: { status: 410, detail: 'Version 2 of "ferry" is withheld: By order of a court' },
    refused: [
      [{ reason: ' ' }, 400, 'is empty'],
      [{ reason: 'r'.repeat(2001) }, 400, 'has more than 2000 characters', 'r'.repeat(2001)],
    ],
  },
  'an alias': {
    scope: 'archive:write',
    path: '/a/ferry/alias',
    fields: { of: 'bridge', reason: 'One story' },
    done: [303, '/a/ferry'],
    wrote: () => read(stage.ask, '/v1/articles/bridge'),
    expected: { slug: 'bridge', aliases: [{ slug: 'ferry', versions: '/v1/articles/ferry/versions' }] },
    refused: [
      [{ of: 'bridge', reason: ' ' }, 400, 'is empty', 'value="bridge"'],
      [{ of: 'nowhere', reason: 'Kept reason' }, 400, 'there is no article', 'Kept reason', 'value="nowhere"'],
      [{ of: 'ferry', reason: 'Kept reason' }, 409, 'an article is no alias of itself', 'Kept reason'],
    ],
  },
  'the end of an alias': {
    scope: 'archive:write',
    prepare: () => well(stage.send('POST', '/v1/articles/ferry/alias', { of: 'bridge', reason: 'One story' })),
    path: '/a/ferry/alias',
    fields: { end: '1', reason: 'Two stories' },
    done: [303, '/a/ferry'],
    wrote: () => read(stage.ask, '/v1/articles/ferry'),
    expected: { slug: 'ferry', version_count: 3 },
    refused: [
      [{ end: '1', reason: ' ' }, 400, 'is empty'],
      [{ end: '1', reason: 'r'.repeat(2001) }, 400, 'has more than 2000 characters', 'r'.repeat(2001)],
    ],
  },
  'a webhook': {
    scope: 'hooks:write',
    path: '/hooks',
    fields: {
      url: 'https://desk.example/hook',
      description: 'The desk',
      format: 'slack',
      every: 'week',
      at: '17:30',
      'filters.kind': ['softened', 'withdrawn'],
      'filters.zone': 'headline',
      'filters.source': '',
      'filters.acknowledged': 'false',
      'filters.article': 'ferry',
      'filters.publication': '',
      since: '',
    },
    done: [201, null],
    wrote: async () =>
      (await (await stage.ask('/v1/hooks', { headers: { Authorization: `Bearer ${TOKEN}` } })).json()) as unknown,
    expected: {
      data: [
        {
          url: 'https://desk.example/hook',
          description: 'The desk',
          format: 'slack',
          every: 'week',
          at: '17:30',
          filters: { kind: ['softened', 'withdrawn'], zone: 'headline', acknowledged: false, article: 'ferry' },
        },
      ],
    },
    refused: [
      [
        { url: 'http://desk.example', description: 'Kept words', 'filters.kind': 'moved' },
        400,
        'expected https',
        'Kept words',
        'value="moved" checked',
      ],
      [{ url: 'https://desk.example', at: '8 a.m.' }, 400, 'expected a time of day such as 08:00', 'value="8 a.m."'],
      [{ url: 'https://10.0.0.1/' }, 400, 'leads to a private address', 'value="https://10.0.0.1/"'],
      [{ url: 'https://desk.example', 'filters.article': 'nowhere' }, 400, 'there is no article', 'value="nowhere"'],
      [
        { url: 'https://desk.example', since: 'yesterday' },
        400,
        'expected a cursor of /v1/changes, or now',
        'value="yesterday"',
      ],
    ],
  },
  'a change of a webhook': {
    scope: 'hooks:write',
    prepare: () =>
      well(
        stage.send('POST', '/v1/hooks', {
          url: 'https://desk.example/hook',
          description: 'The desk',
          filters: { kind: ['softened'], article: 'ferry' },
        }),
      ),
    path: '/hooks/1',
    fields: {
      url: 'https://desk.example/other',
      description: '',
      format: 'teams',
      every: 'day',
      at: '',
      enabled: 'false',
      since: '',
      'filters.kind': ['moved', 'softened'],
      'filters.zone': 'headline',
      'filters.source': '',
      'filters.acknowledged': '',
      'filters.article': '',
      'filters.publication': '',
    },
    done: [303, '/hooks/1'],
    wrote: async () =>
      (await (await stage.ask('/v1/hooks/1', { headers: { Authorization: `Bearer ${TOKEN}` } })).json()) as unknown,
    expected: {
      url: 'https://desk.example/other',
      description: null,
      format: 'teams',
      every: 'day',
      at: '08:00',
      enabled: false,
      disabled_reason: 'Disabled with the token "bootstrap".',
      filters: { kind: ['moved', 'softened'], zone: 'headline' },
    },
    refused: [
      [{ url: '', description: 'Kept words' }, 400, 'expected an address with http:// or https://', 'Kept words'],
      [{ url: 'https://10.0.0.1/', enabled: 'false' }, 400, 'leads to a private address', '<option value="false" selected>'],
      [{ url: 'https://desk.example', 'filters.article': 'nowhere' }, 400, 'there is no article', 'value="nowhere"'],
      [
        { url: 'https://desk.example', since: 'yesterday' },
        400,
        'expected a cursor of /v1/changes, or now',
        'value="yesterday"',
      ],
    ],
  },
  'a token': {
    scope: 'archive:admin',
    path: '/tokens',
    fields: { name: 'desk', scopes: ['review:write', 'archive:read'] },
    done: [201, null],
    wrote: async () =>
      (await (await stage.ask('/v1/tokens', { headers: { Authorization: `Bearer ${TOKEN}` } })).json()) as unknown,
    expected: { data: [{ name: 'desk', scopes: ['archive:read', 'review:write'], revoked_at: null }] },
    refused: [
      [{ name: '', scopes: 'hooks:write' }, 400, 'is empty', 'value="hooks:write" checked'],
      [{ name: 'Kept name' }, 400, 'is needed', 'Kept name'],
      [{ name: 'Kept name', scopes: 'all' }, 400, 'choose one of these', 'Kept name'],
    ],
  },
}

const happy = Object.entries(CASES).filter(([, { expected }]) => expected !== null)

test.each(happy)('%s is written', async (_, { prepare, path, fields, done, wrote, expected }) => {
  await prepare?.()
  const answer = await browser.post(path, fields)
  expect([answer.status, answer.headers.get('location')]).toEqual(done)
  expect(answer.headers.get('cache-control')).toMatch(/no-store/)
  expect(await wrote()).toMatchObject(expected as object)
})

/** The key of the first form of a page that sends to this address. */
const keyIn = (text: string, path: string): string =>
  new RegExp(
    `action="${path}(?:#[^"]*)?">\\s*<input[^>]*name="form"[^>]*><input type="hidden" name="once" value="([\\w-]{43})">`,
  ).exec(text)?.[1] ?? ''

describe.each(happy)('the form for %s, sent twice,', (_, { prepare, path, fields, done }) => {
  beforeEach(() => prepare?.())

  test('writes once, and both answers are those of the first', async () => {
    const once = keyIn(await browser.text(path), path)
    const first = await browser.post(path, { ...fields, once })
    const [after, revision] = [await state(), await rowCounts(stage.store)]
    const second = await browser.post(path, { ...fields, once })
    expect([first.status, first.headers.get('location')]).toEqual(done)
    expect([second.status, second.headers.get('location')]).toEqual(done)
    expect(secretIn(await second.text())).toBe(secretIn(await first.text()))
    expect([await state(), await rowCounts(stage.store)]).toEqual([after, revision])
  })

  test('at the same time, writes once too', async () => {
    const once = keyIn(await browser.text(path), path)
    const before = await rowCounts(stage.store)
    const answers = await Promise.all([0, 1, 2].map(() => browser.post(path, { ...fields, once })))
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([done, done, done])
    const after = await rowCounts(stage.store)
    expect((after.idempotency_keys ?? 0) - (before.idempotency_keys ?? 0)).toBe(1)
    for (const table of ['articles', 'versions', 'reviews', 'withholding_reasons', 'alias_decisions', 'hooks', 'tokens'])
      expect([table, (after[table] ?? 0) - (before[table] ?? 0)]).toEqual([table, expect.toSatisfy((n: number) => n <= 1)])
  })

  test('with other words the second time, comes back with them', async () => {
    const once = keyIn(await browser.text(path), path)
    await browser.post(path, { ...fields, once })
    const after = await state()
    const again = await browser.post(path, { ...fields, more: 'words', once })
    const text = await again.text()
    expect(again.status === 404 || text.includes('what it recorded then stands')).toBe(true)
    if (again.status === 409) expect(keyIn(text, path)).not.toBe(once)
    expect(await state()).toBe(after)
  })

  test('without a key, writes nothing', async () => {
    const before = await state()
    for (const once of ['', 'x', [] as string[]])
      expect([once, (await browser.post(path, { ...fields, once })).status]).toEqual([once, 403])
    expect(await state()).toBe(before)
  })
})

test('a form of another page, or of another person, is another form', async () => {
  const fields = { name: 'desk', scopes: 'archive:read' }
  const [one, other] = [keyIn(await browser.text('/tokens'), '/tokens'), keyIn(await browser.text('/tokens'), '/tokens')]
  const { token } = await tokenWith(stage, 'archive:admin')
  const colleague = await signedIn(stage, token)
  const answers = [
    await browser.post('/tokens', { ...fields, once: one }),
    await browser.post('/tokens', { ...fields, once: other }),
    await colleague.post('/tokens', { ...fields, once: one }),
  ]
  const secrets = await Promise.all(answers.map(async (answer) => secretIn(await answer.text())))
  expect(new Set(secrets).size).toBe(3)
  expect((await rowCounts(stage.store)).tokens).toBe(4)
})

test('a form of a token that was revoked meanwhile shows no secret', async () => {
  const form = { name: 'desk', scopes: 'archive:read', once: onceKey() }
  await browser.post('/tokens', form)
  await browser.post('/tokens/1/revoke', {})
  const again = await browser.post('/tokens', form)
  expect([again.status, again.headers.get('location')]).toEqual([303, '/tokens'])
  expect(await again.text()).not.toContain('ct_')
})

test('what only leads on is safe to send twice: revoking, removing, withdrawing, showing again', async () => {
  await browser.post('/tokens', { name: 'desk', scopes: 'archive:read' })
  await browser.post('/hooks', { url: 'https://desk.example/hook' })
  await browser.post(CLAIM, { action: 'reject', change: '', reason: 'Hasty' })
  await browser.post('/a/ferry/v/2/withholding', { reason: 'By order' })
  for (const [path, fields, to] of [
    ['/tokens/1/revoke', {}, '/tokens'],
    ['/hooks/1/remove', {}, '/hooks'],
    ['/a/ferry/v/2/withholding', { show: '1' }, '/a/ferry'],
    [CLAIM, { action: 'withdraw', review: '1', reason: '' }, `${CLAIM}#decisions`],
  ] as const) {
    const once = onceKey()
    for (const time of ['once', 'twice']) {
      const answer = await browser.post(path, { ...fields, once })
      expect([path, time, answer.status, answer.headers.get('location')]).toEqual([path, time, 303, to])
    }
  }
})

test('saving a webhook or an article as it is writes nothing', async () => {
  await well(
    stage.send('POST', '/v1/hooks', {
      url: 'https://desk.example/hook',
      filters: { kind: ['softened', 'moved'], zone: 'lead' },
    }),
  )
  const before = await state()
  const hook = {
    url: 'https://desk.example/hook',
    enabled: 'true',
    'filters.kind': ['moved', 'softened'],
    'filters.zone': 'lead',
  }
  expect((await browser.post('/hooks/1', hook)).status).toBe(303)
  const metadata = { title: '', publication: 'Harbour Gazette', url: 'https://gazette.example/ferry', slug: 'ferry' }
  expect((await browser.post('/a/ferry/metadata', metadata)).status).toBe(303)
  expect(await state()).toBe(before)
})

test('an earlier slug leads to the form of the article, and to its story', async () => {
  await browser.post('/a/ferry/metadata', { title: '', publication: '', url: '', slug: 'the-ferry' })
  const [form, story] = [await browser.get('/a/ferry/metadata'), await browser.get('/a/ferry')]
  expect([form.status, form.headers.get('location')]).toEqual([308, '/a/the-ferry/metadata'])
  expect([story.status, story.headers.get('location')]).toEqual([308, '/a/the-ferry'])
})

test('a story leads editors to the form for an alias, and the other story to take it back', async () => {
  expect(await browser.text('/a/ferry')).toContain('href="/a/ferry/alias"')
  await browser.post('/a/ferry/alias', { of: 'bridge', reason: 'One <story>' })
  expect(await browser.text('/a/bridge')).toContain('href="/a/ferry/alias"')
  expect(await browser.text('/a/ferry/alias')).toContain('One &lt;story&gt;')
})

/** The answers that a page shows once. */
const secretIn = (text: string): string | undefined => /<pre><code>([^<]+)<\/code>/.exec(text)?.[1]

describe.each(Object.entries(CASES))('the form for %s', (_, { scope, prepare, path, fields, refused }) => {
  beforeEach(() => prepare?.())

  const action = typeof fields.action === 'string' ? `name="action" value="${fields.action}"` : 'class="edit"'

  test('stands on its page', async () => {
    const text = await browser.text(path)
    expect(text).toContain(action)
    for (const name of Object.keys(fields)) expect([name, text.includes(`name="${name}"`)]).toEqual([name, true])
  })

  test('refuses what is wrong beside the field, and loses nothing', async () => {
    const before = await state()
    for (const [wrong, status, fault, ...kept] of refused) {
      const answer = await browser.post(path, wrong)
      const text = await answer.text()
      expect([wrong, answer.status]).toEqual([wrong, status])
      expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'")
      expect(/<p class="fault" id="[^"]+-fault">([^<]*)/.exec(text)?.[1]).toContain(fault.replaceAll('"', '&quot;'))
      expect(text).toMatch(/role="alert"/)
      for (const words of kept) expect([words.slice(0, 40), text.includes(words)]).toEqual([words.slice(0, 40), true])
    }
    expect(await state()).toBe(before)
  })

  test.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['nowhere', { Origin: undefined }],
    ['another site, by the word of the browser', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('takes nothing from %s', async (_, headers) => {
    const before = await state()
    const answer = await browser.post(path, fields, headers)
    expect(answer.status).toBe(403)
    expect(await state()).toBe(before)
  })

  test('takes nothing without the token of its session, but loses nothing either', async () => {
    const before = await state()
    const other = await signedIn(stage)
    const foreign = formTokenIn(await other.text('/sign-in'))
    for (const form of [[], '', 'x', foreign]) {
      const answer = await browser.post(path, { ...fields, form })
      const text = await answer.text()
      expect([form, answer.status]).toEqual([form, 403])
      expect(text).toContain('The form is from an earlier sign-in. Nothing was saved.')
      if (typeof fields.reason === 'string') expect(text).toContain(fields.reason)
    }
    expect(await state()).toBe(before)
  })

  test('takes nothing from somebody who is not signed in, with a bearer token either, and shows what was typed', async () => {
    const before = await state()
    const answer = await send(stage, path, { ...fields, form: 'x' })
    expect(answer.status).toBe(401)
    const text = await answer.text()
    expect(text).toContain('The form was not saved, for nobody is signed in.')
    if (typeof fields.reason === 'string' && fields.reason !== '') expect(text).toContain(`${fields.reason}</pre>`)
    const foreign = await send(stage, path, { ...fields, form: 'x' }, { Origin: 'https://evil.example' })
    expect([foreign.status, (await foreign.text()).includes('<pre')]).toEqual([401, false])
    const bearer = await send(stage, path, { ...fields, form: 'x' }, { Authorization: `Bearer ${TOKEN}` })
    expect(bearer.status).toBe(401)
    expect(await state()).toBe(before)
  })

  test(`takes nothing without the scope ${scope}`, async () => {
    const others = ['archive:read', 'archive:write', 'review:write', 'hooks:write', 'archive:admin'].filter(
      (one) => one !== scope,
    )
    const { token } = await tokenWith(stage, ...others)
    const lacks = await signedIn(stage, token)
    const before = await state()
    const answer = await lacks.post(path, fields)
    expect([answer.status, (await answer.text()).includes(`lacks the scope ${scope}`)]).toEqual([403, true])
    expect(await state()).toBe(before)
    const page = await (await lacks.get(path)).text()
    expect(page).not.toContain(action)
  })

  test('is for an article that exists', async () => {
    if (!path.startsWith('/a/') || path === '/a/ferry/new') return
    expect((await browser.post(path.replace('ferry', 'none'), fields)).status).toBe(404)
  })
})

test('text of the same words as before is a check, and the page says so', async () => {
  const { body, title } = await read<{ body: string; title: string }>(stage.ask, '/v1/articles/ferry/versions/3')
  const answer = await browser.post('/a/ferry/new', { title, body })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/ferry/new?seen=3'])
  expect(await browser.text('/a/ferry/new?seen=3')).toContain('The text is that of version 3, so there is no new version.')
})

test('a version that is withheld is shown again', async () => {
  await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By <order>' }))
  const text = await browser.text('/a/ferry/v/2/withholding')
  expect(text).toContain('By &lt;order&gt;')
  expect(await browser.text('/a/ferry')).toContain('Show again')
  expect((await browser.get('/a/ferry/v/2/claims/new')).status).toBe(410)
  const answer = await browser.post('/a/ferry/v/2/withholding', { show: '1' })
  expect([answer.status, (await stage.ask('/v1/articles/ferry/versions/2')).status]).toEqual([303, 200])
})

test('a decision is withdrawn', async () => {
  await browser.post(CLAIM, { action: 'reject', change: '', reason: 'Hasty' })
  const text = await browser.text(CLAIM)
  expect(text).toContain('name="review" value="1"')
  const answer = await browser.post(CLAIM, { action: 'withdraw', review: '1', reason: 'It is one' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${CLAIM}#decisions`])
  expect(await read(stage.ask, '/v1/articles/ferry/claims/4')).toMatchObject({ verdict: null })
  expect(await browser.text(CLAIM)).toMatch(/taken back by <b>[^<]+<\/b>, <time/)
  const again = await browser.post(CLAIM, { action: 'withdraw', review: '1', reason: 'Kept reason' })
  expect([again.status, (await again.text()).includes('Kept reason')]).toEqual([409, true])
})

test('decisions tell names, changes and reasons in words; a split is offered where the claim stands', async () => {
  const { machine_label, history } = await read<{ machine_label: string; history: { id: number; to: { number: number } }[] }>(
    stage.ask,
    '/v1/articles/ferry/claims/4',
  )
  await browser.post(CLAIM, { action: 'relabel', label: 'First name', reason: 'They object.' })
  await browser.post(CLAIM, { action: 'relabel', label: 'Second name', reason: 'House style.' })
  await browser.post(CLAIM, { action: 'confirm', change: String(history.at(-1)?.id), reason: '' })
  const same = await browser.post(CLAIM, { action: 'relabel', label: ' Second name ', reason: 'Kept reason' })
  const refused = await same.text()
  expect([same.status, refused.includes('is its label already'), refused.includes('Kept reason')]).toEqual([400, true, true])
  const text = await browser.text(CLAIM)
  const seen = text
    .replace(/<q[^>]*>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
  expect(seen).toContain(`renamed “${machine_label}” to “First name”`)
  expect(seen).toContain('renamed “First name” to “Second name”')
  expect(seen).toContain('“They object”.')
  expect(seen).toContain('about the change “Softened, ')
  const box = /<p class="by-hand"[\s\S]*?<\/p>/.exec(text)?.[0] ?? ''
  expect([box.includes('House style.<'), box.includes('object')]).toEqual([true, false])
  const offered = (page: string) =>
    [...(/<select[^>]*name="version"[\s\S]*?<\/select>/.exec(page)?.[0] ?? '').matchAll(/value="(\d+)"/g)].map(([, n]) => n)
  expect(offered(text)).toEqual(['2', '3'])
  expect(offered(await browser.text('/a/ferry/claims/3'))).toEqual(['2'])
})

test('a claim that was added is withdrawn, and its page leads to the story', async () => {
  await browser.post('/a/ferry/v/1/claims/new', { exact: 'off Norrholm on Tuesday' })
  const { claim, id } = (await lastReview()) as { claim: number; id: number }
  const answer = await browser.post(`/a/ferry/claims/${claim}`, { action: 'withdraw', review: String(id) })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/ferry'])
})

test('two claims are merged, and the page of the one that remains follows; another is overtaken', async () => {
  const { send: post, ingest } = stage
  await well(post('POST', '/v1/articles', { slug: 'mill' }))
  await well(ingest('mill', '08:00', '', 'The mill will close in May. The owner is tired.'))
  await well(ingest('mill', '09:00', '', 'Barley prices rose by 12 percent. The owner is tired.'))
  const merged = await browser.post('/a/mill/claims/3', { action: 'merge', with: '1', reason: 'One matter' })
  expect([merged.status, merged.headers.get('location')]).toEqual([303, '/a/mill/claims/1#decisions'])
  await well(
    browser
      .post('/a/mill/claims/3', { action: 'withdraw', review: '1' })
      .then((answer) => new Response(null, { status: answer.status === 303 ? 200 : answer.status })),
  )
  const overtaken = await browser.post('/a/mill/claims/1', { action: 'supersede', by: '3', reason: '' })
  expect(overtaken.status).toBe(303)
  expect(await read(stage.ask, '/v1/articles/mill/claims/1')).toMatchObject({
    status: 'superseded',
    relations: { superseded_by: [3] },
  })
})

test('a change is rejected by itself', async () => {
  const { history } = await read<{ history: { id: number; kinds: string[] }[] }>(stage.ask, '/v1/articles/ferry/claims/4')
  const id = history.find(({ kinds }) => kinds.includes('softened'))?.id ?? 0
  expect(await browser.text(CLAIM)).toMatch(new RegExp(`<option value="${id}">Softened, 10 February`))
  expect((await browser.post(CLAIM, { action: 'reject', change: String(id), reason: 'A caption' })).status).toBe(303)
  expect((await read<{ history: Json[] }>(stage.ask, '/v1/articles/ferry/claims/4')).history).toContainEqual(
    expect.objectContaining({ id, verdict: 'rejected' }),
  )
})

test('an action that no form has is refused', async () => {
  for (const action of ['add', 'toString', '__proto__', '']) expect((await browser.post(CLAIM, { action })).status).toBe(400)
})

test('a secret is shown once, and no browser keeps the page', async () => {
  const hook = await browser.post('/hooks', { url: 'https://desk.example/hook' })
  const token = await browser.post('/tokens', { name: 'desk', scopes: 'review:write' })
  for (const [answer, secret, page] of [
    [hook, /whsec_[\w+/]+=*/, '/hooks'],
    [token, /ct_[\w-]{43}/, '/tokens'],
  ] as const) {
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'private, no-store'])
    expect((await answer.text()).match(new RegExp(secret, 'g'))).toHaveLength(1)
    expect(await browser.text(page)).not.toMatch(secret)
  }
})

test('a webhook shows its deliveries, and is removed', async () => {
  await browser.post('/hooks', { url: 'https://desk.example/hook', description: 'The <desk>' })
  const list = await browser.text('/hooks')
  expect(list).toContain('href="/hooks/1"')
  expect(list).toContain('The &lt;desk&gt;')
  expect(await browser.text('/hooks/1')).toContain('Nothing was sent to it yet.')
  const failing = stageOver(stage.store, {}, 0, { post: () => Promise.reject(new Error('<refused>')) })
  await failing.send('POST', '/v1/hooks/1/test', undefined)
  expect(await browser.text('/hooks/1')).toMatch(/ping[\s\S]*<b>failed<\/b>[\s\S]*&lt;refused&gt;/)
  expect((await browser.get('/hooks/2')).status).toBe(404)
  expect((await browser.post('/hooks/1/remove', { form: '' })).status).toBe(403)
  expect((await browser.post('/hooks/1/remove', {})).status).toBe(303)
  expect((await browser.get('/hooks/1')).status).toBe(404)
})

test('a token is revoked once', async () => {
  const { id } = await tokenWith(stage, 'archive:read')
  expect(await browser.text('/tokens')).toContain(`action="/tokens/${id}/revoke"`)
  expect((await browser.post(`/tokens/${id}/revoke`, { form: '' })).status).toBe(403)
  expect((await browser.post(`/tokens/${id}/revoke`, {})).status).toBe(303)
  expect(await browser.text('/tokens')).not.toContain(`action="/tokens/${id}/revoke"`)
  expect((await browser.post(`/tokens/${id}/revoke`, {})).status).toBe(404)
})

test('where reading is closed, forms that show text of the archive need the right to read', async () => {
  const { token } = await tokenWith(stage, 'archive:write', 'review:write', 'hooks:write', 'archive:admin')
  const closed = stageOver(stage.store, { readTokenRequired: true })
  const writer = await signedIn(closed, token)
  const status = async (path: string) => (await writer.get(path)).status
  for (const path of ['/a/ferry/v/1/claims/new', '/a/ferry/v/1/withholding', '/hooks', CLAIM])
    expect([path, await status(path)]).toEqual([path, 403])
  for (const path of ['/new', '/a/ferry/new', '/tokens']) expect([path, await status(path)]).toEqual([path, 200])
  const answer = await writer.post('/a/ferry/new', { body: 'A new text.' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/ferry/v/4'])
})

describe('hostile text', () => {
  const HOSTILE = "\"><script>alert(1)</script></textarea></title><img src=x onerror=alert(2)> &amp; 'x'"

  test('is text in every form that comes back, and in what was written', async () => {
    await browser.post(CLAIM, { action: 'relabel', label: HOSTILE, reason: HOSTILE })
    await browser.post('/hooks', { url: 'https://desk.example/', description: HOSTILE })
    await browser.post('/tokens', { name: HOSTILE, scopes: 'archive:read' })
    await browser.post('/a/ferry/v/2/withholding', { reason: HOSTILE })
    const shown = [
      CLAIM,
      '/a/ferry',
      '/a/ferry/v/2/withholding',
      '/hooks',
      '/hooks/1',
      '/tokens',
      '/sign-in?to=%22%3E%3Cscript%3E',
    ]
    const texts = await Promise.all(shown.map((path) => browser.text(path)))
    for (const [name, { path, fields }] of Object.entries(CASES)) {
      const hostile = Object.fromEntries(
        Object.keys(fields).map((field) => [field, field === 'action' ? (fields.action ?? '') : HOSTILE]),
      )
      const text = await (await browser.post(path, { ...hostile, form: '' })).text()
      expect([name, text.includes('&lt;script&gt;')]).toEqual([name, true])
      texts.push(text)
    }
    texts.push(await (await send(stage, '/sign-in', { token: HOSTILE, to: HOSTILE })).text())
    const named = await signedIn(
      stage,
      (
        (await (await stage.send('POST', '/v1/tokens', { name: HOSTILE, scopes: ['archive:write'] })).json()) as {
          token: string
        }
      ).token,
    )
    texts.push(await named.text('/new'))
    for (const text of texts) {
      expect(text).not.toMatch(/<script>|<img|onerror=alert\(2\)>(?! &amp;)|<\/textarea><\/title>/)
      expect(text.match(/^<title>/gm)).toHaveLength(1)
    }
  })
})

test('every page of a form is well formed, has each id once, and labels each field', async () => {
  for (const { prepare } of Object.values(CASES)) await prepare?.()
  const pages = [...new Set(Object.values(CASES).map(({ path }) => path)), '/sign-in']
  for (const path of pages) {
    const text = await browser.text(path)
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect([path, ids.filter((id, i) => ids.indexOf(id) !== i)]).toEqual([path, []])
    expect([path, text.match(/<h1[ >]/g)?.length]).toEqual([path, 1])
    expect(text).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/i)
    const labelled = new Set([...text.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id))
    const controls = [...text.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag)
    const bare = controls.filter(
      (tag) => !/type="(?:hidden|checkbox)"/.test(tag) && !labelled.has(/id="([^"]+)"/.exec(tag)?.[1] ?? ''),
    )
    expect([path, bare]).toEqual([path, []])
    for (const [, named = ''] of text.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
      for (const id of named.split(' ')) expect([path, ids.includes(id)]).toEqual([path, true])
  }
})

test('programs that ask for no page get problem details', async () => {
  const answer = await stage.ask('/new', { method: 'POST', body: 'title=a', headers: { Accept: 'application/json' } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
  expect((await stage.ask('/hooks', { headers: { Accept: ACCEPT } })).status).toBe(401)
})
