/** `claimtrail review confirm|reject|relabel|withdraw SLUG CLAIM`: what a person decides of a claim or of one of its changes. */
import { ask, post } from './ask.ts'
import { command } from './command.ts'
import { EXIT, type ExitCode, wrongUsage } from './exit.ts'
import { type PlaceFlags, placeArgs } from './place.ts'
import { type ReviewAnswer, reviewLine } from './review-line.ts'
import type { Session } from './session.ts'
import { withArchive, writeJson, writeLines } from './with-archive.ts'

const claimArgs = {
  slug: { type: 'positional', required: true, description: "The article's slug" },
  claim: { type: 'positional', required: true, description: "The claim's number, as `claimtrail show` lists it" },
} as const
const reasonArgs = { reason: { type: 'string', valueHint: 'text', description: 'Why' }, ...placeArgs } as const
const changeArgs = {
  change: { type: 'string', valueHint: 'id', description: 'Decide of this change of the claim, not of the claim itself' },
  ...reasonArgs,
} as const

interface Flags extends PlaceFlags {
  readonly slug: string
  readonly claim: string
  readonly reason?: string | undefined
  readonly json?: boolean | undefined
}

export const reviewConfirm = command({
  name: 'review confirm',
  description: 'Confirm a claim, or one of its changes',
  args: { ...claimArgs, ...changeArgs },
  examples: ['review confirm kremlin-cease-fire 3', 'review confirm kremlin-cease-fire 3 --change 21'],
  run: (flags, session) => send(flags, session, { action: 'confirm', ...changeIn(flags.change) }),
})

export const reviewReject = command({
  name: 'review reject',
  description: 'Reject a claim, or one of its changes: it leaves the lists, the counts and the feed',
  args: { ...claimArgs, ...changeArgs },
  examples: ['review reject kremlin-cease-fire 3 --change 21 --reason "The caption changed, not the claim"'],
  run: (flags, session) => {
    if (!flags.reason?.trim()) throw wrongUsage('--reason is missing: say why it is rejected')
    return send(flags, session, { action: 'reject', ...changeIn(flags.change) })
  },
})

export const reviewRelabel = command({
  name: 'review relabel',
  description: 'Give a claim another label, for all of its versions',
  args: { ...claimArgs, label: { type: 'positional', required: true, description: 'One line' }, ...reasonArgs },
  examples: ['review relabel kremlin-cease-fire 3 "Kremlin studying proposal"'],
  run: (flags, session) => send(flags, session, { action: 'relabel', label: flags.label }),
})

export const reviewWithdraw = command({
  name: 'review withdraw',
  description: 'Take back a review by the id that `claimtrail reviews` shows; both stay on record',
  args: { ...claimArgs, review: { type: 'positional', required: true, description: "The review's id" }, ...reasonArgs },
  examples: ['review withdraw kremlin-cease-fire 3 7'],
  run: (flags, session) => send(flags, session, { action: 'withdraw', review: idIn('review', flags.review) }),
})

async function send(flags: Flags, session: Session, decision: Readonly<Record<string, string | number>>): Promise<ExitCode> {
  const path = `/v1/articles/${encodeURIComponent(flags.slug)}/claims/${idIn('claim', flags.claim)}/reviews`
  const made = await withArchive(flags, session, { writes: false }, (request) =>
    ask<ReviewAnswer>(request, path, post({ ...decision, ...(flags.reason !== undefined && { reason: flags.reason }) })),
  )
  if (flags.json) writeJson(session, made)
  else writeLines(session, [reviewLine(made).join('  ')])
  return EXIT.good
}

const changeIn = (id: string | undefined) => (id === undefined ? {} : { change: idIn('--change', id) })

function idIn(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrongUsage(`${name} "${text}" is not a number from 1`)
  return Number(text)
}
