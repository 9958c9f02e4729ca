/** Searches: the language of `q`, filters, marks, and in which versions the words stood. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore, runtime } from '#harness'
import { read, type Stage, stageOver, well } from '../stage.ts'

interface Hit {
  readonly kind: string
  readonly article: string
  readonly headline: boolean
  readonly text: string
  readonly snippet: { readonly text: string; readonly marks: readonly (readonly [number, number])[] }
  readonly claims: readonly { readonly number: number; readonly label: string; readonly url: string }[]
  readonly score: number
  readonly introduced: { readonly version: number; readonly captured_at: string; readonly url: string }
  readonly removed: { readonly version: number } | null
  readonly presence: readonly { readonly from: number; readonly to: number | null }[]
}
interface Answer {
  readonly data: readonly Hit[]
  readonly next: string | null
  readonly total: { readonly count: number; readonly more: boolean }
}

const MAST = 'The mast broke near Cape Ellen, the skipper, Orla Dunnet, said.'
const SAILS = 'The schooner Halcyon will sail again in May.'
const TIDE = 'The tide turned late.'
const INQUIRY = 'The inquiry blamed a cracked mast step.'

let stage: Stage

async function schooner(): Promise<Stage> {
  const made = stageOver(await openStore())
  await well(made.send('POST', '/v1/articles', { slug: 'schooner', publication: 'Harbour Gazette' }))
  await well(made.ingest('schooner', '08:00', 'Schooner Loses Mast', MAST, TIDE))
  await well(made.ingest('schooner', '10:00', 'Schooner Loses Mast', MAST, SAILS, TIDE))
  await well(made.ingest('schooner', '12:00', 'Schooner Loses Mast', MAST, SAILS))
  await well(made.ingest('schooner', '14:00', 'Schooner Loses Mast', SAILS, TIDE))
  await well(made.send('POST', '/v1/articles', { slug: 'inquiry', publication: 'Valley Post' }))
  await well(made.ingest('inquiry', '16:00', 'Inquiry Into Lost Mast', INQUIRY))
  return made
}

const search = (q: string, more = '') => read<Answer>(stage.ask, `/v1/search?q=${encodeURIComponent(q)}${more}`)
const texts = async (q: string, more = '') => (await search(q, more)).data.map(({ text }) => text).sort()
const HEADLINES = ['Inquiry Into Lost Mast', 'Schooner Loses Mast']

describe('a search', () => {
  beforeAll(async () => {
    stage = await schooner()
  })

  test.each<[string, readonly string[]]>([
    ['mast', [...HEADLINES, INQUIRY, MAST]],
    ['MAST broke', [MAST]],
    ['"mast step"', [INQUIRY]],
    ['“mast step”', [INQUIRY]],
    ['"step mast"', []],
    ['step mast', [INQUIRY]],
    ['schoon*', ['Schooner Loses Mast', SAILS]],
    ['schoon', []],
    ['"cracked ma"*', [INQUIRY]],
    ['mast -broke', [...HEADLINES, INQUIRY]],
    ['mast -"mast broke" -inquiry', ['Schooner Loses Mast']],
    ['text:mast -text:inquiry', ['Schooner Loses Mast', MAST]],
    ['mast text:cape', [MAST]],
    ['cape-ellen', [MAST]],
    ['ellen-cape', []],
    ['dúnnet', [MAST]],
    ['skipper OR tide', []],
    ['nowhere', []],
  ])('for %j finds sentences', async (q, found) => {
    expect(await texts(q)).toEqual([...found].sort())
    expect((await search(q)).data.every(({ kind }) => kind === 'sentence')).toBe(true)
  })

  test.each<[string, string, readonly string[]]>([
    ['source:dunnet', '', [MAST]],
    ['Source:"Orla Dunnet"', '', [MAST]],
    ['source:mast', '', []],
    ['content:mast source:dunnet', '', [MAST]],
    ['content:mast -source:dunnet', '', [...HEADLINES, INQUIRY]],
    ['label:mast', '', [...HEADLINES, INQUIRY, MAST]],
    ['mast -label:inquiry', '', ['Schooner Loses Mast', MAST]],
    ['dunnet', '&in=claims', [MAST]],
    ['text:dunnet', '&in=claims', []],
    ['text:mast', '&in=claims', [...HEADLINES, INQUIRY, MAST]],
  ])('for %j%s finds claims', async (q, more, found) => {
    const { data } = await search(q, more)
    expect([...new Set(data.map(({ text }) => text))].sort()).toEqual([...found].sort())
    for (const { kind, claims, article } of data) {
      expect(kind).toBe('claim')
      expect(claims.length).toBeGreaterThan(0)
      for (const { number, label, url } of claims) {
        expect(url).toBe(`/v1/articles/${article}/claims/${number}`)
        expect(await read(stage.ask, url)).toMatchObject({ number, label })
      }
    }
  })

  test.each<[string, readonly string[]]>([
    ['&article=schooner', ['Schooner Loses Mast', MAST]],
    ['&publication=Valley%20Post', ['Inquiry Into Lost Mast', INQUIRY]],
    ['&source=Orla%20Dunnet', [MAST]],
    ['&source=orla%20dunnet', [MAST]],
    ['&article=inquiry&source=Orla%20Dunnet', []],
    ['&at=2026-02-09', []],
    ['&at=2026-02-10T11:00Z', ['Schooner Loses Mast', MAST]],
    ['&at=2026-02-10T15:00Z', ['Schooner Loses Mast']],
    ['&at=2026-02-10', [...HEADLINES, INQUIRY]],
  ])('is narrowed by %s', async (more, found) => {
    for (const where of ['&in=sentences', '&in=claims']) {
      const { data } = await search('mast', more + where)
      expect([...new Set(data.map(({ text }) => text))].sort()).toEqual([...found].sort())
    }
  })

  test('takes a source’s id', async () => {
    const { data } = await read<{ data: { id: number; name: string }[] }>(stage.ask, '/v1/sources?q=Dunnet')
    expect(await texts('mast', `&source=${data[0]?.id}`)).toEqual([MAST])
  })

  test.each<[string, readonly { from: number; to: number | null }[]]>([
    ['"mast broke"', [{ from: 1, to: 4 }]],
    ['halcyon', [{ from: 2, to: null }]],
    [
      'tide',
      [
        { from: 1, to: 3 },
        { from: 4, to: null },
      ],
    ],
    ['"loses mast"', [{ from: 1, to: null }]],
  ])('tells in which versions %s stood', async (q, presence) => {
    for (const where of ['sentences', 'claims']) {
      const { data } = await search(q, `&in=${where}`)
      expect(data.length).toBeGreaterThan(0)
      for (const hit of data) {
        expect(hit.presence).toEqual(presence)
        expect(hit.introduced.version).toBe(presence[0]?.from)
        expect(hit.removed?.version ?? null).toBe(presence.at(-1)?.to ?? null)
        expect(await read(stage.ask, hit.introduced.url)).toMatchObject({
          number: hit.introduced.version,
          captured_at: hit.introduced.captured_at,
        })
      }
    }
  })

  test.each<[string, string, readonly string[]]>([
    ['mast', '', ['mast']],
    ['MAST "orla dunnet"', '', ['mast', 'Orla Dunnet']],
    ['ma* cape -tide', '', ['mast', 'Cape']],
    ['dúnnet mast', '', ['mast', 'Dunnet']],
    ['label:cape source:dunnet', '', ['Cape', 'Dunnet']],
  ])('marks where %s stands', async (q, more, words) => {
    const hit = (await search(q, more)).data.find(({ text }) => text === MAST)
    expect(hit?.snippet.marks.map(([start, end]) => hit.snippet.text.slice(start, end))).toEqual(words)
    expect(hit?.snippet.text).toBe(MAST)
  })

  test('ranks what fits better higher', async () => {
    const { data } = await search('mast')
    expect(data.map(({ score }) => score)).toEqual(data.map(({ score }) => score).toSorted((a, b) => b - a))
    expect(data.every(({ score }) => score > 0)).toBe(true)
    // The shorter sentence has more of it, a label counts for more than the rest.
    expect(data.map(({ text }) => text).indexOf('Schooner Loses Mast')).toBeLessThan(data.map(({ text }) => text).indexOf(MAST))
  })

  test('gives the rows of a table', async () => {
    const csv = await (await well(stage.ask('/v1/search?q=tide&format=csv'))).text()
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'kind,article,headline,text,snippet,claims,labels,score,introduced_version,introduced_at,removed_version,removed_at,presence,story,publication',
      expect.stringMatching(
        /^sentence,schooner,false,The tide turned late\.,The tide turned late\.,\[\d+\],[^,]+,[\d.e-]+,1,2026-02-10T08:00:00\.000Z,,,"\[{""from"":1,""to"":3},{""from"":4,""to"":null}\]",Schooner Loses Mast,Harbour Gazette$/,
      ),
    ])
  })

  test.each(['""', '%20', '...', '-mast', '-label:mast%20-tide', '%F0%9F%98%80', '*', 'label:""'])(
    'refuses q=%s, in which there is nothing to look for',
    async (q) => {
      const response = await stage.ask(`/v1/search?q=${q}`)
      expect([response.status, await response.json()]).toEqual([
        400,
        expect.objectContaining({ errors: [{ path: 'query.q', message: 'has no word to look for' }] }),
      ])
    },
  )

  test.each([
    ['a b c d e f g h i j k l m', 'expected at most 12 words or phrases, found 13'],
    ['mast -a -b -c -d -e -f -g -h -i -j -k "l m"', 'expected at most 12 words or phrases, found 13'],
    ['mast a*', 'expected at least 2 letters before "*", found "a*"'],
    ['"mast a"*', 'expected at least 2 letters before "*", found "mast a*"'],
    ['mast -label:é*', 'expected at least 2 letters before "*", found "é*"'],
    ['mast 𝕏*', 'expected at least 2 letters before "*", found "𝕏*"'],
  ])('refuses q=%s, which would cost too much', async (q, message) => {
    for (const path of ['/v1/search', '/v1/claims', '/v1/articles/schooner/claims']) {
      const response = await stage.ask(`${path}?q=${encodeURIComponent(q)}`)
      expect([response.status, await response.json()]).toEqual([
        400,
        expect.objectContaining({ errors: [{ path: 'query.q', message }] }),
      ])
    }
  })

  test('never answers any text with a fault', async () => {
    const pieces = fc.constantFrom(
      'mast',
      '"',
      '*',
      '-',
      ' ',
      'label:',
      'source:',
      'text:',
      '(',
      ')',
      '^',
      'NEAR',
      'AND',
      '\0',
      '+',
      '{',
      '“',
      "'",
    )
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('', '&in=claims'), async (q, more) => {
        const response = await stage.ask(`/v1/search?q=${encodeURIComponent(q.toWellFormed())}${more}`)
        const answer = (await response.json()) as { errors?: { path: string }[] }
        if (response.status === 400) expect(answer.errors?.map(({ path }) => path)).toEqual(['query.q'])
        else expect(response.status).toBe(200)
      }),
      { numRuns: runtime === 'node' ? 500 : 60 },
    )
  })

  test('takes as many words as there is room for', async () => {
    for (const more of ['', '&in=claims']) {
      for (const one of ['a ', 'ab* ', '-a ', '"a"', '"a a a a a a a a" ']) {
        const { status } = await stage.ask(`/v1/search?q=${encodeURIComponent(`mast ${one.repeat(11)}`)}${more}`)
        expect(status).toBe(200)
      }
    }
  })
})

describe('what people reject', () => {
  test('is no claim that is found, but its sentence still stands', async () => {
    stage = await schooner()
    const [hit] = (await search('"mast step"', '&in=claims')).data
    const url = hit?.claims[0]?.url
    await well(stage.send('POST', `${url}/reviews`, { action: 'relabel', label: 'Step to blame' }))
    expect((await search('"mast step"', '&in=claims')).data[0]?.claims[0]?.label).toBe('Step to blame')
    await well(stage.send('POST', `${url}/reviews`, { action: 'reject', reason: 'No claim' }))
    expect(await texts('"mast step"', '&in=claims')).toEqual([])
    expect((await search('"mast step"')).data).toMatchObject([{ text: INQUIRY, claims: [], presence: [{ from: 1, to: null }] }])
  })
})

describe('a version that is withheld', () => {
  const withhold = (number: number) =>
    well(stage.send('PUT', `/v1/articles/schooner/versions/${number}/withholding`, { reason: 'An order' }))

  test('does not show what only it has, and counts for nothing', async () => {
    stage = await schooner()
    await well(stage.ingest('schooner', '20:00', 'Schooner Sold', 'The owner, Ivo Brandt, sold the wreck.'))
    await well(stage.ingest('schooner', '21:00', 'Schooner Loses Mast', SAILS, TIDE))
    await withhold(5)
    for (const q of ['wreck', 'brandt', 'sold', 'source:brandt', 'label:sold', 'wre*']) {
      expect(await search(q)).toEqual({ data: [], next: null, total: { count: 0, more: false } })
    }
    expect((await search('halcyon')).data[0]?.presence).toEqual([{ from: 2, to: null }])
    expect(await texts('halcyon', '&at=2026-02-10T20:30Z')).toEqual([])
    expect(await texts('halcyon', '&at=2026-02-10T21:30Z')).toEqual([SAILS])
    await withhold(2)
    for (const where of ['&in=sentences', '&in=claims']) {
      expect((await search('halcyon', where)).data[0]?.presence).toEqual([{ from: 3, to: null }])
      expect((await search('"mast broke"', where)).data[0]?.presence).toEqual([{ from: 1, to: 4 }])
    }
    await withhold(4)
    // Gone with the third; what the fifth did not have, nobody is told.
    expect((await search('"mast broke"')).data[0]).toMatchObject({ presence: [{ from: 1, to: 6 }], removed: { version: 6 } })
    expect((await search('tide')).data[0]?.presence).toEqual([
      { from: 1, to: 3 },
      { from: 6, to: null },
    ])
    await withhold(6)
    expect((await search('"mast broke"')).data[0]).toMatchObject({ presence: [{ from: 1, to: null }], removed: null })
  })
})

describe('the total', () => {
  test('is that of all pages, by every filter', async () => {
    stage = await schooner()
    for (const [q, more] of [
      ['mast', ''],
      ['mast', '&in=claims'],
      ['mast', '&article=inquiry'],
      ['mast', '&publication=Harbour%20Gazette'],
      ['mast', '&source=Orla%20Dunnet'],
      ['mast', '&at=2026-02-10T14:30Z'],
      ['nothing', ''],
    ] as const) {
      const all = await search(q, more)
      expect([q, more, all.total]).toEqual([q, more, { count: all.data.length, more: false }])
      const first = await search(q, `${more}&limit=1`)
      expect(first.total).toEqual(all.total)
      if (first.next) expect((await search(q, `${more}&limit=1&cursor=${first.next}`)).total).toEqual(all.total)
    }
    expect((await search('mast')).total.count).toBe(4)
  })

  test('stops at a thousand', async () => {
    stage = stageOver(await openStore())
    await well(stage.send('POST', '/v1/articles', { slug: 'log' }))
    const sentences = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => `Boat ${from + i} came.`).join(' ')
    await well(stage.ingest('log', '08:00', '', sentences(0, 1000)))
    expect((await search('boat')).total).toEqual({ count: 1000, more: false })
    await well(stage.ingest('log', '09:00', '', sentences(0, 1001)))
    expect((await search('boat')).total).toEqual({ count: 1000, more: true })
    const csv = await (await well(stage.ask('/v1/search?q=boat&limit=1&format=csv'))).text()
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(await (await well(stage.ask('/search?q=boat'))).text()).toContain('More than 1,000 sentences')
  })
})

describe('pages', () => {
  const walk = async (path: string, between: (page: number) => Promise<unknown> = async () => null) => {
    const found: string[] = []
    let cursor = ''
    for (let n = 0; n < 100; n++) {
      const { data, next } = await read<Answer>(stage.ask, `${path}&limit=2${cursor}`)
      found.push(...data.map(({ text }) => text))
      if (next === null) return found
      cursor = `&cursor=${next}`
      await between(n)
    }
    throw new Error('no end of pages')
  }

  test.each(['in=sentences&q=ferry', 'in=claims&q=ferry'])(
    'of %s neither repeat nor leave out a hit while the archive grows',
    async (query) => {
      stage = stageOver(await openStore())
      await well(stage.send('POST', '/v1/articles', { slug: 'log' }))
      // Many of the same rank.
      const log = Array.from(
        { length: 11 },
        (_, i) => `The ferry reached port ${i}${i % 3 ? '' : ' late, and with much less fuel'}.`,
      )
      await well(stage.ingest('log', '08:00', '', ...log))
      const path = `/v1/search?${query}`
      const all = (await read<Answer>(stage.ask, path)).data.map(({ text }) => text)
      expect(all.toSorted()).toEqual(log.toSorted())
      expect(await walk(path)).toEqual(all)
      const grown = await walk(path, async (page) => {
        await well(stage.send('POST', '/v1/articles', { slug: `later-${page}` }))
        const news = `The ferry left port ${page} again after a long night of repairs by the crew of the yard.`
        await well(stage.ingest(`later-${page}`, '09:00', 'Harbour News of the Day', news, 'Ferry.', 'It rained.'))
      })
      expect(grown).toEqual(all)
    },
  )

  test('of another search are refused', async () => {
    const { next } = await read<Answer>(stage.ask, '/v1/search?q=ferry&limit=2')
    const others = ['q=ferry&in=claims', 'q=port', 'q=ferry*', 'q=ferry&article=log', 'q=ferry&at=2026-02-10', 'q=-port+ferry']
    for (const other of others) {
      const response = await stage.ask(`/v1/search?${other}&cursor=${next}`)
      expect([response.status, ((await response.json()) as { errors: unknown }).errors]).toEqual([
        400,
        [{ path: 'query.cursor', message: 'is not a cursor of this list' }],
      ])
    }
    expect((await read<Answer>(stage.ask, `/v1/search?q=ferry&limit=5&format=json&cursor=${next}`)).data).not.toEqual([])
  })
})
