/** The causes that workerd gives for a failed fetch, in plain words. */
import { expect, test } from 'vitest'
import { attempt } from '../../src/hooks/attempt.ts'
import { plainFault } from '../../src/runtime/fetch-fault.ts'

const hook = {
  id: 1,
  url: 'https://desk.example/hook',
  format: 'standard',
  every: 'write',
  at: '08:00',
  secret: `whsec_${btoa('x'.repeat(32))}`,
  previousSecret: null,
  previousUntil: null,
} as const

test.each([
  [
    'internal error; reference = 0123456789abcdef',
    /^No answer: Cloudflare could not connect and does not say why; the name may not resolve/,
  ],
  ['Network connection lost.', /^No answer: the connection was lost before the answer came$/],
  ['DNS lookup failed', /^No answer: the name does not resolve$/],
  ['TLS handshake failed.', /^No answer: the certificate of the address is not valid$/],
  ['connect ECONNREFUSED 192.0.2.1:443', /^No answer: connect ECONNREFUSED 192\.0\.2\.1:443$/],
])('%s', async (message, told) => {
  const post = () => Promise.reject(plainFault(new Error(message)))
  const { error } = await attempt({ post, anywhere: false, clock: () => 0 }, hook, 'msg_1', '{}')
  expect(error).toMatch(told)
  expect(error).not.toContain('reference')
})
