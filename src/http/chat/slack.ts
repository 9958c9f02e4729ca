/**
 * Messages as Slack's incoming webhooks take them: Block Kit with mrkdwn, and the same in `text` for what knows no blocks (Mattermost,
 * Discord's address that ends in /slack).
 */
import { type Block, type ChatWriter, fitting, type Run } from './chat-blocks.ts'

/** Slack's limits of a message and of a block's text. */
const MOST_BLOCKS = 50
const MOST_TEXT = 3000
/** Discord's limit of a message is 2,000 characters. */
const MOST_FALLBACK = 1900

/** Signs that mrkdwn reads as marks, for which it has no escape, and signs that look like them. */
const MARKS: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' }

/**
 * A text that mrkdwn shows as it is: `&<>` are escaped as Slack asks, signs that mark are replaced by their likes, and an @ is parted from
 * its name, so that no text of an article calls anybody.
 */
export const forMrkdwn = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, (sign) => MARKS[sign] ?? sign)
    .replace(/@(?=\S)/g, '@\u2060')

/** Marks stand directly at the words that they mark. */
function runText({ text, mark, href }: Run): string {
  const [, start = '', words = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(forMrkdwn(text)) ?? []
  if (words === '') return text
  const linked = href == null ? words : `<${href}|${words.replaceAll('|', '¦').replace(/\s+/g, ' ')}>`
  const sign = mark === 'bold' ? '*' : mark === 'cut' ? '~' : ''
  return `${start}${sign}${linked}${sign}${end}`
}

/** Two marked runs beside each other are parted: a mark inside a word is none. */
const blockText = (block: Block): string =>
  block
    .map((line) => line.map((run, i) => (i > 0 && run.mark && line[i - 1]?.mark ? ` ${runText(run)}` : runText(run))).join(''))
    .join('\n')

/** A text within the limit, without half an escape or a link at its end. */
const bounded = (text: string): string =>
  text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT - 1).replace(/&[a-z]*$|<[^>]*$/, '')}…`

export const slackMessage: ChatWriter = (blocks) => {
  const texts = blocks.map((block) => bounded(blockText(block)))
  const whole = fitting(texts, MOST_FALLBACK, (text) => text.length + 1)
  const sections = texts.slice(0, MOST_BLOCKS).map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } }))
  return JSON.stringify({ text: [...whole, ...(whole.length < texts.length ? ['…'] : [])].join('\n'), blocks: sections })
}
