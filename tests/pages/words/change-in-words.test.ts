/** A change in plain sentences: one for each kind, and a few words beside its mark. */
import { describe, expect, test } from 'vitest'
import type { Kind } from '../../../src/core/changes/change.ts'
import { brief, type ChangeJson, disclosure } from '../../../src/http/words/change-in-words.ts'
import { html } from '../../../src/pages/markup.ts'
import { changeSentences } from '../../../src/pages/words/change-in-words.ts'

const link = (number: number, label: string) => html`${label} (${number})`

const side = (exact: string, claim: number, label: string): ChangeJson['before'][number] => ({
  zone: 'body',
  start: 0,
  end: exact.length,
  exact,
  claims: [claim],
  wordings: [{ claim, label, human_label: null, text: exact, spans: [[0, exact.length]] }],
})

function change(kinds: Kind[], before: string | null, after: string | null, more: Partial<ChangeJson> = {}): ChangeJson {
  return {
    id: 1,
    edit: '',
    url: null,
    article: 'ferry',
    from: { number: 1, captured_at: '2025-03-12T12:05:00.000Z', url: '' },
    to: { number: 2, captured_at: '2025-03-12T16:40:00.000Z', url: '' },
    kinds,
    detail: {},
    acknowledged: false,
    technical: false,
    claims: [1],
    before: before === null ? [] : [side(before, 1, 'Old')],
    after: after === null ? [] : [side(after, kinds.includes('superseded') ? 2 : 1, 'New')],
    evidence: [],
    verdict: null,
    by: null,
    note: [],
    retracts: null,
    recorded_at: null,
    ...more,
  }
}

/** The text that readers see. */
const seen = (markup: { toString(): string }) =>
  String(markup)
    .replace(/<q[^>]*>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')

const evidence = (kind: Kind, before: string | null, after: string | null) => [{ kind, rule: '', before, after }]
const [will, may] = ['The ferry will sail.', 'The ferry may sail.']

describe('the sentence of', () => {
  test.each<[string, ChangeJson, string]>([
    ['introduced', change(['introduced'], null, will), 'First told on 12 March, 16:40, in version 2.'],
    ['withdrawn', change(['withdrawn'], will, null), 'Dropped on 12 March, 16:40: the sentence is no longer in the text.'],
    [
      'restored',
      change(['restored'], null, will, { detail: { restored: { since: 1 } } }),
      'Put back on 12 March, 16:40: it had last stood in version 1.',
    ],
    ['superseded', change(['superseded'], will, 'It sailed.'), 'Overtaken on 12 March, 16:40 by a newer claim: “New (2)”.'],
    ['split', change(['split'], will, may), 'Split on 12 March, 16:40: one sentence became two.'],
    ['merged', change(['merged'], will, may), 'Merged on 12 March, 16:40: two sentences became one.'],
    ['negated', change(['negated'], will, 'The ferry will not sail.'), 'Reversed on 12 March, 16:40: “not” was added.'],
    ['softened', change(['softened'], will, may), 'Softened on 12 March, 16:40: “will” became “may”.'],
    ['strengthened', change(['strengthened'], may, will), 'Strengthened on 12 March, 16:40: “may” became “will”.'],
    [
      'number_changed',
      change(['number_changed'], '12 km', '14 km', { detail: { number_changed: [{ from: 12, to: 14, unit: 'km' }] } }),
      'Number changed on 12 March, 16:40: 12 km became 14 km.',
    ],
    [
      'number_changed without a number before',
      change(['number_changed'], 'km', '14 km', { detail: { number_changed: [{ from: null, to: 14, unit: 'km' }] } }),
      'Number changed on 12 March, 16:40: no number became 14 km.',
    ],
    [
      'number_changed in the words of the article',
      change(['number_changed'], 'It costs $3 million.', 'It costs $3.5 million.', {
        detail: { number_changed: [{ from: 3e6, to: 3.5e6, unit: 'USD' }] },
        evidence: evidence('number_changed', '$3 million', '$3.5 million'),
      }),
      'Number changed on 12 March, 16:40: $3 million became $3.5 million.',
    ],
    [
      'number_changed of which only the comparator differs',
      change(['number_changed'], 'About 40 sank.', 'Over 40 sank.', {
        evidence: [{ kind: 'number_changed', rule: 'comparator', before: 'About 40', after: 'Over 40' }],
      }),
      'Number changed on 12 March, 16:40: “About 40” became “Over 40”.',
    ],
    [
      'date_changed beside other words',
      change(
        ['date_changed'],
        'It opens Friday, the mayor, Anna Berg, said.',
        'It opens Sunday, a spokesman for the mayor said.',
        {
          detail: { date_changed: [{ from: 'Friday', to: 'Sunday' }] },
          evidence: evidence('date_changed', 'Friday', 'Sunday'),
        },
      ),
      'Date changed on 12 March, 16:40: “Friday” became “Sunday”.',
    ],
    ['number_changed of which no detail is shown', change(['number_changed'], will, may), 'Number changed on 12 March, 16:40.'],
    ['source_changed of which no words are known', change(['source_changed'], will, may), 'Source changed on 12 March, 16:40.'],
    [
      'date_changed',
      change(['date_changed'], 'It sails on Monday.', 'It sails on Friday.'),
      'Date changed on 12 March, 16:40: “Monday” became “Friday”.',
    ],
    [
      'source_changed',
      change(['source_changed'], will, will, {
        detail: { source_changed: 'attributed' },
        evidence: evidence('source_changed', null, 'the mayor'),
      }),
      'Source added on 12 March, 16:40: the article itself became “the mayor”.',
    ],
    [
      'quote_changed',
      change(['quote_changed'], '“A red ship.”', '“A blue ship.”', { detail: { quote_changed: 'edited' } }),
      'Quotation edited on 12 March, 16:40: “red” became “blue”.',
    ],
    [
      'cue_changed',
      change(['cue_changed'], 'So he said.', 'So he claimed.'),
      'Verb changed on 12 March, 16:40: “said” became “claimed”.',
    ],
    ['reworded', change(['reworded'], 'A big ship.', 'A ship.'), 'Reworded on 12 March, 16:40: “big” was taken out.'],
    [
      'moved',
      change(['moved'], will, will, { detail: { moved: 'up' } }),
      'Moved up on 12 March, 16:40: the words stayed the same.',
    ],
    [
      'cosmetic',
      change(['cosmetic'], will, will),
      'Punctuation only on 12 March, 16:40: only signs, capitals or spaces differ.',
    ],
  ])('%s', (_, given, expected) => expect(changeSentences(given, 1, link).map(seen)).toEqual([expected]))

  test('the newer claim of an overtaken one', () => {
    const given = change(['superseded'], will, 'It sailed.')
    expect(changeSentences(given, 2, link).map(seen)).toEqual(['First told on 12 March, 16:40, in place of “Old (1)”.'])
  })

  test('several kinds, the weightiest first', () => {
    const given = change(['reworded', 'softened'], will, may)
    expect(changeSentences(given, 1, link).map((one) => seen(one).split(' ')[0])).toEqual(['Softened', 'Reworded'])
  })

  test('hostile words is text', () => {
    const given = change(['softened'], 'A <b>x</b> ship.', 'A "y" ship.', { evidence: evidence('softened', '<b>x</b>', '"y"') })
    expect(String(changeSentences(given, 1, link)[0])).not.toMatch(/<b>|"y"/)
  })
})

test.each<[Kind, boolean, string | null]>([
  ['softened', false, 'The article did not say so.'],
  ['softened', true, 'The article said so in a note.'],
  ['reworded', false, null],
])('of %s, acknowledged %s: %s', (kind, acknowledged, expected) =>
  expect(disclosure({ kinds: [kind], acknowledged })).toBe(expected),
)

test.each<[Parameters<typeof brief>[0], string | null]>([
  [{ kinds: ['softened'], detail: {}, acknowledged: false, words: { before: 'will', after: 'may' } }, 'will → may'],
  [
    {
      kinds: ['number_changed'],
      detail: { number_changed: [{ from: 60, to: 90, unit: 'minutes' }] },
      acknowledged: true,
      words: null,
    },
    '60 → 90 minutes, disclosed',
  ],
  [
    {
      kinds: ['number_changed'],
      detail: { number_changed: [{ from: 5, to: null, unit: null }] },
      acknowledged: false,
      words: null,
    },
    '5 → no number',
  ],
  [{ kinds: ['withdrawn'], detail: {}, acknowledged: false, words: null }, 'dropped'],
  [{ kinds: ['softened'], detail: {}, acknowledged: false, words: { before: null, after: 'may' } }, '+ “may”'],
  [{ kinds: ['reworded'], detail: {}, acknowledged: false, words: { before: 'a', after: 'b' } }, null],
])('%j beside its mark: %s', (given, expected) => expect(brief(given)).toBe(expected))
