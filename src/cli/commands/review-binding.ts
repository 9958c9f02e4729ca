/** `claimtrail review merge|split|supersede|add SLUG …`: what a person decides of which claims there are. */

import { articleArgs, claimArgs, numberIn, reasonArgs, sendAddition, sendDecision } from '../archive/send-review.ts'
import { command } from '../command.ts'
import { wrongUsage } from '../exit.ts'

const other = (description: string) => ({ type: 'positional', description }) as const

export const reviewMerge = command({
  name: 'review merge',
  description: 'Say that two claims are one: the lower number goes on',
  args: { ...claimArgs, with: other('The number of the other claim'), ...reasonArgs },
  examples: ['review merge kremlin-cease-fire 3 14 --reason "The same offer"'],
  run: (flags, session) => sendDecision(flags, session, { action: 'merge', with: numberIn('with', flags.with) }),
})

export const reviewSplit = command({
  name: 'review split',
  description: 'Say that from its wording in a version on, a claim is another one',
  args: { ...claimArgs, version: other("The version's number"), ...reasonArgs },
  examples: ['review split kremlin-cease-fire 3 2 --reason "Another offer"'],
  run: (flags, session) => sendDecision(flags, session, { action: 'split', version: numberIn('version', flags.version) }),
})

export const reviewSupersede = command({
  name: 'review supersede',
  description: 'Say that another claim took the place of this one',
  args: { ...claimArgs, by: other('The number of the claim that took its place'), ...reasonArgs },
  examples: ['review supersede kremlin-cease-fire 3 14'],
  run: (flags, session) => sendDecision(flags, session, { action: 'supersede', by: numberIn('by', flags.by) }),
})

export const reviewAdd = command({
  name: 'review add',
  description: 'Add a claim that was missed: its words, as they stand in one sentence of a version',
  args: {
    ...articleArgs,
    version: other("The version's number"),
    exact: other('The words'),
    start: {
      type: 'string',
      valueHint: 'n',
      description: 'Where they begin in the title or body, if they stand more than once',
    },
    source: { type: 'string', valueHint: 'name', description: 'Who is reported to say it (default: the article itself)' },
    'source-kind': { type: 'enum', options: ['named', 'unnamed', 'document'], description: 'What it is (default: named)' },
    label: { type: 'string', valueHint: 'text', description: 'Its label (default: as the machine makes one)' },
    certainty: { type: 'enum', options: ['certain', 'probable', 'possible', 'unknown'], description: 'How surely it is told' },
    negative: { type: 'boolean', description: 'It is told that it is not so' },
    ...reasonArgs,
  },
  examples: ['review add kremlin-cease-fire 2 "the talks had stalled" --source "Dmitri S. Peskov" --certainty probable'],
  run: (flags, session) => {
    const kind = flags['source-kind'] ?? 'named'
    if (flags.start !== undefined && !/^\d{1,9}$/.test(flags.start))
      throw wrongUsage(`--start "${flags.start}" is not a number`)
    const told = flags.certainty !== undefined || flags.negative
    return sendAddition(flags, session, {
      action: 'add',
      version: numberIn('version', flags.version),
      exact: flags.exact,
      ...(flags.start !== undefined && { start: Number(flags.start) }),
      ...(flags.source !== undefined && { source: { kind, name: flags.source } }),
      ...(flags.label !== undefined && { label: flags.label }),
      ...(told && { certainty: { level: flags.certainty ?? 'certain', polarity: flags.negative ? 'negative' : 'positive' } }),
    })
  },
})
