/** Sends a review and tells what came of it: what the `review` commands have in common. */

import { EXIT, type ExitCode, wrongUsage } from '../exit.ts'
import { writeAnswer } from '../output/output.ts'
import { type MadeReviewAnswer, madeReviewLines } from '../output/review-line.ts'
import type { Session } from '../session.ts'
import { ask, post } from './api.ts'
import { type TargetFlags, targetArgs, targetOf } from './target.ts'
import { withArchive } from './with-archive.ts'

const slugArg = { type: 'positional', description: "The article's slug" } as const

export const articleArgs = { slug: slugArg } as const

export const claimArgs = {
  slug: slugArg,
  claim: { type: 'positional', description: "The claim's number, as `claimtrail show` lists it" },
} as const

export const reasonArgs = {
  reason: { type: 'string', valueHint: 'text', description: 'Why' },
  reviewer: { type: 'string', valueHint: 'name', description: 'On a file: who decides (default: the user of the system)' },
  ...targetArgs,
} as const

interface Flags extends TargetFlags {
  readonly slug: string
  readonly claim?: string
  readonly reason?: string | undefined
  readonly reviewer?: string | undefined
}

/** Posts the decision to the claim (or, where none is named, to the article) and writes what was recorded. */
export async function sendReview(
  flags: Flags,
  session: Session,
  decision: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const article = `/v1/articles/${encodeURIComponent(flags.slug)}`
  const path = flags.claim === undefined ? `${article}/reviews` : `${article}/claims/${idIn('claim', flags.claim)}/reviews`
  const { env } = session
  if (flags.reviewer !== undefined && targetOf(flags, env, false).kind === 'server') {
    throw wrongUsage('--reviewer goes with an archive file; on a server the reviewer is the name of the token')
  }
  const operator = flags.reviewer?.trim() || env.USER || env.LOGNAME || env.USERNAME
  const made = await withArchive(flags, session, { writes: false, operator }, (request) =>
    ask<MadeReviewAnswer>(request, path, post({ ...decision, ...(flags.reason !== undefined && { reason: flags.reason }) })),
  )
  writeAnswer(session, flags, made, () => madeReviewLines(made))
  return EXIT.good
}

export function idIn(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrongUsage(`${name} "${text}" is not a number from 1`)
  return Number(text)
}
