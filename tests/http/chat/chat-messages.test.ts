/** Messages to chats are within the limits of each format, whatever a text holds, and no text of an article is read as marks. */
import { describe, expect, test } from 'vitest'
import { type Block, fitting } from '../../../src/http/chat/chat-blocks.ts'
import { forMrkdwn, slackMessage } from '../../../src/http/chat/slack.ts'
import { teamsMessage } from '../../../src/http/chat/teams.ts'

interface Slack {
  readonly text: string
  readonly blocks: readonly { readonly type: string; readonly text: { readonly type: string; readonly text: string } }[]
}

const slack = (blocks: readonly Block[]) => JSON.parse(slackMessage(blocks)) as Slack
const one = (...runs: Block[number]) => slack([[runs]]).blocks[0]?.text.text

describe('mrkdwn', () => {
  test.each([
    ['A & B', 'A &amp; B'],
    ['<!channel>', '&lt;!channel&gt;'],
    ['<https://evil.example|here>', '&lt;https://evil.example|here&gt;'],
    ['*bold* _it_ ~cut~ `code`', '∗bold∗ ˍitˍ ∼cut∼ ˋcodeˋ'],
    ['@everyone', '@\u2060everyone'],
    ['plain, 5 % – “quoted”', 'plain, 5 % – “quoted”'],
  ])('%s', (text, written) => expect(forMrkdwn(text)).toBe(written))

  test('has its marks at the words that they mark, apart from one another', () => {
    expect(one({ text: 'The ' }, { text: ' will ', mark: 'cut' }, { text: 'may', mark: 'bold' }, { text: ' go' })).toBe(
      'The  ~will~  *may* go',
    )
    expect(one({ text: 'a|b', href: 'https://archive.example/a' })).toBe('<https://archive.example/a|a¦b>')
    expect(one({ text: 'a', href: null })).toBe('a')
  })
})

const wide = (sign: string): Block => Array.from({ length: 4 }, () => [{ text: sign.repeat(900), mark: 'bold' as const }])

describe('a long message', () => {
  test.each(['x', '&', '<', '語', '"'])('of %s is within the limits', (sign) => {
    const blocks = Array.from({ length: 80 }, () => wide(sign))
    const { text, blocks: sections } = slack(blocks)
    expect(sections).toHaveLength(50)
    for (const section of sections) {
      expect(section.text.text.length).toBeLessThanOrEqual(3000)
      expect(section.text.text.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/)
    }
    expect(text.length).toBeLessThanOrEqual(2000)
    const card = teamsMessage(blocks)
    expect(new TextEncoder().encode(card).length).toBeLessThan(28 * 1024)
    expect(card).toContain('"text":"…"')
  })

  test('of few blocks is whole', () => {
    expect(teamsMessage([wide('x')])).not.toContain('"text":"…"')
    expect(slack([[[{ text: 'short' }]]]).text).toBe('short')
  })
})

test('fitting', () => {
  const size = (text: string) => text.length
  expect(fitting(['aa', 'bb', 'c'], 4, size)).toEqual(['aa', 'bb'])
  expect(fitting(['aa', 'bb'], 4, size)).toEqual(['aa', 'bb'])
  expect(fitting(['aaaaa'], 4, size)).toEqual([])
})
