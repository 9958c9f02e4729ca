/** Messages to chats in blocks of marked words, which each format writes in its own way: what changed, story by story. */
import type { ChatFormat } from '../../hooks/next-message.ts'
import type { StorySummary, Summary, ToldChange } from '../../hooks/summary.ts'
import { changeJson } from '../json/change-json.ts'
import { pageOf } from '../page-addresses.ts'
import { excerptParts } from '../words/change-excerpt.ts'
import { disclosure, tellChange, tellingText } from '../words/change-in-words.ts'
import { counted, shortened, upper } from '../words/counts.ts'
import { summaryParts } from '../words/kinds-in-words.ts'
import { spanText } from '../words/times.ts'

/** Words, how they are marked, and where they lead. */
export interface Run {
  readonly text: string
  readonly mark?: 'bold' | 'cut'
  readonly href?: string | null
}

export type Line = readonly Run[]

/** Lines that belong together: a change, or the head of a story. */
export type Block = readonly Line[]

/** How a format writes blocks as the body of a request. */
export type ChatWriter = (blocks: readonly Block[]) => string

export type ChatWriters = Readonly<Record<ChatFormat, ChatWriter>>

/** The most characters of a title, of the names of sources, and of the words of a change. */
const MOST_TITLE = 150
const MOST_SOURCES = 150
const MOST_WORDS = 700

/** `origin`: where the archive is; null: not known, and nothing leads anywhere. */
export function summaryBlocks(summary: Summary, origin: string | null): Block[] {
  const { every, stories, storyCount } = summary
  const href = (path: string) => (origin === null ? null : origin + path)
  const blocks = stories.flatMap((story) => storyBlocks(story, href))
  const more = storyCount - stories.length
  const rest: Block[] =
    more === 0 ? [] : [[[{ text: `and ${counted(more, 'more story', 'more stories')}`, href: href('/changes') }]]]
  return every === null ? blocks : [digestHead(summary), ...blocks, ...rest]
}

function digestHead(summary: Summary): Block {
  const { every, from, to, storyCount } = summary
  const what = every === 'day' ? 'Changes of the day' : 'Changes of the week'
  const when = `${spanText(toMinute(from), toMinute(to), { year: true })} UTC, ${counted(storyCount, 'story', 'stories')}`
  return [[{ text: what, mark: 'bold' }, { text: ` (${when})` }], [{ text: countsText(summary) }]]
}

/** Times that differ by less than a minute read alike. */
const toMinute = (time: string) => `${time.slice(0, 16)}:00.000Z`

/** "2 claims softened, 1 number changed. Not disclosed: 3." */
function countsText({ kinds, told, disclosed }: Pick<Summary, 'kinds' | 'told' | 'disclosed'>): string {
  const parts = upper(
    summaryParts(kinds)
      .map(({ text }) => text)
      .join(', '),
  )
  const silent = told - disclosed
  if (told === 0) return `${parts}.`
  return `${parts}. ${silent === 0 ? 'All that readers had been told otherwise was disclosed.' : `Not disclosed: ${silent}.`}`
}

function storyBlocks(story: StorySummary, href: (path: string) => string | null): Block[] {
  const { slug, title, changes, added, shown } = story
  const head: Block = [
    [{ text: shortened(title, MOST_TITLE), mark: 'bold', href: href(pageOf.story(slug)) }],
    [{ text: countsText(story) }],
  ]
  const more = changes - added - shown.length
  const rest: Block[] =
    more > 0 ? [[[{ text: `and ${counted(more, 'more change')}`, href: href(`${pageOf.story(slug)}/changes`) }]]] : []
  return [head, ...shown.map((told) => changeBlock(told, href)), ...rest]
}

/** The change in words; the sentences with their changed words marked; who says it. */
function changeBlock({ change, sources }: ToldChange, href: (path: string) => string | null): Block {
  const json = changeJson(change)
  const [first = '', ...others] = tellChange(json, null, false).map(tellingText)
  const said = disclosure(json)
  const retracted = change.retracts === null ? [] : [{ text: 'Taken back: ', mark: 'bold' } as const]
  return [
    [
      ...retracted,
      { text: first, mark: 'bold', href: href(pageOf.change(change)) },
      { text: [' ', [...others, said ?? ''].filter((text) => text !== '').join(' ')].join('').trimEnd() },
    ],
    wordsOf(change),
    ...(sources.length === 0 ? [] : [[{ text: `Source: ${shortened(sources.join(', '), MOST_SOURCES)}` }]]),
  ]
}

/** The words of a change: what was cut is struck out, what was put in its place stands out. */
function wordsOf(change: ToldChange['change']): Line {
  let room = MOST_WORDS
  return excerptParts(change).flatMap(({ kind, text }): Run[] => {
    if (room <= 0) return []
    const own = shortened(text, room)
    room -= own.length
    return [kind === 'equal' ? { text: own } : { text: own, mark: kind === 'delete' ? 'cut' : 'bold' }]
  })
}

/** The message that tests a hook. */
export const pingBlocks = (hook: number): Block[] => [
  [[{ text: 'Claimtrail', mark: 'bold' }, { text: `: a test of webhook ${hook}. Changes will come here.` }]],
]

/** The first of some parts that are no larger than `most` together. */
export function fitting<Part>(parts: readonly Part[], most: number, size: (part: Part) => number): readonly Part[] {
  let room = most
  const end = parts.findIndex((part) => {
    room -= size(part)
    return room < 0
  })
  return end < 0 ? parts : parts.slice(0, end)
}
