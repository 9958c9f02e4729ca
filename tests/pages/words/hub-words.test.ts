/** The hub of a feed in words. */
import { expect, test } from 'vitest'
import { hubText } from '../../../src/pages/words/capture-words.ts'

const HUB = {
  url: 'https://hub.example/',
  topic: 'https://harbour-post.example/feed.xml',
  state: 'pending' as const,
  reason: null,
  lease_until: null,
  notified_at: null,
}

test.each<[words: string, given: Partial<Parameters<typeof hubText>[0]>]>([
  ['was asked to report what is new, and has not confirmed it yet.', {}],
  [
    'reports what is new, until 12 March 2026, 08:00 unless that is renewed.',
    { state: 'active', lease_until: '2026-03-12T08:00:00.000Z' },
  ],
  [
    'reports what is new, until 12 March 2026, 08:00 unless that is renewed. It last did so on 3 March 2026, 09:30.',
    { state: 'active', lease_until: '2026-03-12T08:00:00.000Z', notified_at: '2026-03-03T09:30:00.000Z' },
  ],
  ['does not want to report what is new: No &lt;such&gt; topic', { state: 'denied', reason: 'No <such> topic' }],
  ['could not be asked to report what is new: It answered 500.', { state: 'failed', reason: 'It answered 500.' }],
])('%s', (words, given) => {
  expect(String(hubText({ ...HUB, ...given }))).toBe(`The hub <span dir="auto">https://hub.example/</span> ${words}`)
})
