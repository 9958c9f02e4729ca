/** `claimtrail review merge|split|supersede|add SLUG …`: reviews that decide which claims exist. */

import { articleArgs, claimArgs, numberIn, reasonArgs, sendAddition, sendDecision } from '../../archive/send-review.ts'
import { command } from '../../command.ts'
import { wrongUsage } from '../../exit.ts'

const other = (description: string) => ({ type: 'positional', description }) as const

export const reviewMerge = command({
  name: 'review merge',
  description: 'Merge two claims that are the same; the lower number remains',
  args: { ...claimArgs, with: other('The number of the other claim'), ...reasonArgs },
  examples: ['review merge kremlin-cease-fire 3 14 --reason "The same offer"'],
  run: (flags, session) => sendDecision(flags, session, { action: 'merge', with: numberIn('with', flags.with) }),
})

export const reviewSplit = command({
  name: 'review split',
  description: 'Split a claim: from its wording in a version on, it is another claim',
  args: { ...claimArgs, version: other("The version's number"), ...reasonArgs },
  examples: ['review split kremlin-cease-fire 3 2 --reason "Another offer"'],
  run: (flags, session) => sendDecision(flags, session, { action: 'split', version: numberIn('version', flags.version) }),
})

export const reviewSupersede = command({
  name: 'review supersede',
  description: 'Record that another claim replaced this one',
  args: { ...claimArgs, by: other('The number of the claim that replaced it'), ...reasonArgs },
  examples: ['review supersede kremlin-cease-fire 3 14'],
  run: (flags, session) => sendDecision(flags, session, { action: 'supersede', by: numberIn('by', flags.by) }),
})

export const reviewAdd = command({
  name: 'review add',
  description: 'Add a claim that was missed, by its words in one sentence of a version',
  args: {
    ...articleArgs,
    version: other("The version's number"),
    exact: other('The words'),
    start: {
      type: 'string',
      valueHint: 'n',
      description: 'Their offset in the title or body, if they occur more than once',
    },
    source: { type: 'string', valueHint: 'name', description: 'Who is reported to say it (default: the article itself)' },
    'source-kind': {
      type: 'enum',
      options: ['named', 'unnamed', 'document'],
      description: 'The kind of the source (default: named)',
    },
    label: { type: 'string', valueHint: 'text', description: 'Its label (default: made by the engine)' },
    certainty: {
      type: 'enum',
      options: ['certain', 'probable', 'possible', 'unknown'],
      description: 'How certain the text is of it',
    },
    negative: { type: 'boolean', description: 'The text denies it' },
    ...reasonArgs,
  },
  examples: ['review add kremlin-cease-fire 2 "the talks had stalled" --source "Dmitri S. Peskov" --certainty probable'],
  run: (flags, session) => {
    const kind = flags['source-kind'] ?? 'named'
    if (flags.start !== undefined && !/^\d{1,9}$/.test(flags.start))
      throw wrongUsage(`--start "${flags.start}" is not a number`)
    const hasCertainty = flags.certainty !== undefined || flags.negative
    return sendAddition(flags, session, {
      action: 'add',
      version: numberIn('version', flags.version),
      exact: flags.exact,
      ...(flags.start !== undefined && { start: Number(flags.start) }),
      ...(flags.source !== undefined && { source: { kind, name: flags.source } }),
      ...(flags.label !== undefined && { label: flags.label }),
      ...(hasCertainty && {
        certainty: { level: flags.certainty ?? 'certain', polarity: flags.negative ? 'negative' : 'positive' },
      }),
    })
  },
})
