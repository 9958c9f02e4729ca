/** How messages to hooks are written, in every format. */
import type { MessageWording } from '../../hooks/next-message.ts'
import { changeJson } from '../json/change-json.ts'
import { type Filters, feedCursor } from '../json/hook-json.ts'
import { pageOf } from '../page-addresses.ts'
import { changeFilterOf } from '../request/change-filter.ts'
import { type ChatWriters, pingBlocks, summaryBlocks } from './chat-blocks.ts'
import { slackMessage } from './slack.ts'
import { teamsMessage } from './teams.ts'

const WRITERS: ChatWriters = { slack: slackMessage, teams: teamsMessage }

/** `origin`: where the archive is, for the links of chats; undefined: not known. */
export const hookWording = (origin: string | undefined): MessageWording => ({
  change: changeJson,
  cursor: feedCursor,
  page: (of) => (typeof of === 'string' ? pageOf.story(of) : pageOf.change(of)),
  filter: (filters) => changeFilterOf(JSON.parse(filters) as Filters),
  chat: (format, summary) => WRITERS[format](summaryBlocks(summary, origin ?? null)),
  chatPing: (format, hook) => WRITERS[format](pingBlocks(hook)),
})
