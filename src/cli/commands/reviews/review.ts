/** `claimtrail review confirm|reject|relabel|withdraw SLUG CLAIM`: reviews of a claim or of one of its changes. */

import { claimArgs, numberIn, reasonArgs, sendDecision } from '../../archive/send-review.ts'
import { command } from '../../command.ts'
import { wrongUsage } from '../../exit.ts'

const changeArgs = {
  change: { type: 'string', valueHint: 'id', description: 'Review this change of the claim, not the claim itself' },
  ...reasonArgs,
} as const

export const reviewConfirm = command({
  name: 'review confirm',
  description: 'Confirm a claim, or one of its changes',
  args: { ...claimArgs, ...changeArgs },
  examples: ['review confirm kremlin-cease-fire 3', 'review confirm kremlin-cease-fire 3 --change 21'],
  run: (flags, session) => sendDecision(flags, session, { action: 'confirm', ...changeIn(flags.change) }),
})

export const reviewReject = command({
  name: 'review reject',
  description: 'Reject a claim, or one of its changes: it leaves the lists, the counts and the feed',
  args: { ...claimArgs, ...changeArgs },
  examples: ['review reject kremlin-cease-fire 3 --change 21 --reason "The caption changed, not the claim"'],
  run: (flags, session) => {
    const { reason } = flags
    if (!reason?.trim()) throw wrongUsage('--reason is missing: give the reason of the rejection')
    return sendDecision(flags, session, { action: 'reject', reason, ...changeIn(flags.change) })
  },
})

export const reviewRelabel = command({
  name: 'review relabel',
  description: 'Give a claim another label, for all of its versions',
  args: { ...claimArgs, label: { type: 'positional', description: 'One line' }, ...reasonArgs },
  examples: ['review relabel kremlin-cease-fire 3 "Kremlin studying proposal"'],
  run: (flags, session) => sendDecision(flags, session, { action: 'relabel', label: flags.label }),
})

export const reviewWithdraw = command({
  name: 'review withdraw',
  description: 'Withdraw a review by the id that `claimtrail reviews` shows; both stay on record',
  args: { ...claimArgs, review: { type: 'positional', description: "The review's id" }, ...reasonArgs },
  examples: ['review withdraw kremlin-cease-fire 3 7'],
  run: (flags, session) => sendDecision(flags, session, { action: 'withdraw', review: numberIn('review', flags.review) }),
})

const changeIn = (id: string | undefined) => (id === undefined ? {} : { change: numberIn('--change', id) })
