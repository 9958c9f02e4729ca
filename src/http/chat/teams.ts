/** Messages as the webhooks of Teams' workflows take them: an Adaptive Card of rich text, which reads no signs as marks. */
import { type Block, type ChatWriter, fitting, type Line, type Run } from './chat-blocks.ts'

/** Teams' limit of a message is 28 KB. */
const MOST_BYTES = 26_000

const runJson = ({ text, mark, href }: Run) => ({
  type: 'TextRun',
  text,
  ...(mark === 'bold' && { weight: 'Bolder' }),
  ...(mark === 'cut' && { strikethrough: true }),
  ...(href != null && { selectAction: { type: 'Action.OpenUrl', url: href } }),
})

const lineJson = (line: Line, i: number) => ({
  type: 'RichTextBlock',
  inlines: line.map(runJson),
  ...(i > 0 && { spacing: 'None' }),
})

const blockJson = (block: Block, i: number) => ({
  type: 'Container',
  items: block.map(lineJson),
  ...(i > 0 && { separator: true }),
})

const cardOf = (body: readonly object[]): string =>
  JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body,
        },
      },
    ],
  })

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** The blocks that fit, and a sign where some do not. */
export const teamsMessage: ChatWriter = (blocks) => {
  const all = blocks.map(blockJson)
  const whole = fitting(all, MOST_BYTES, (block) => bytesOf(JSON.stringify(block)) + 1)
  return cardOf(whole.length < all.length ? [...whole, blockJson([[{ text: '…' }]], whole.length)] : whole)
}
