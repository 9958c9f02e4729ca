/** Sends a review and writes what was recorded: the part that the `review` commands share. */
import type { Client } from '../../client.ts'
import type { Addition, Decision, MadeReview } from '../answers.ts'
import { EXIT, type ExitCode, wrongUsage } from '../exit.ts'
import { writeAnswer } from '../output/output.ts'
import { madeReviewLines } from '../output/review-line.ts'
import type { Session } from '../session.ts'
import { ask } from './api.ts'
import { articleArg, articleParam } from './article.ts'
import { type TargetFlags, targetArgs, targetOf } from './target.ts'
import { withArchive } from './with-archive.ts'

export const articleArgs = { slug: articleArg } as const

export const claimArgs = {
  slug: articleArg,
  claim: { type: 'positional', description: "The claim's number, as `claimtrail show` lists it" },
} as const

export const reasonArgs = {
  reason: { type: 'string', valueHint: 'text', description: 'The reason for the review' },
  reviewer: {
    type: 'string',
    valueHint: 'name',
    description: "On a file: the reviewer's name (default: the user of the system)",
  },
  ...targetArgs,
} as const

interface ReviewFlags extends TargetFlags {
  readonly slug: string
  readonly reason: string | undefined
  readonly reviewer: string | undefined
}

/** Posts a decision on a claim or one of its changes. */
export function sendDecision(
  flags: ReviewFlags & { readonly claim: string },
  session: Session,
  decision: Decision,
): Promise<ExitCode> {
  const number = String(numberIn('claim', flags.claim))
  return send(flags, session, async (client) => {
    const param = { ...(await articleParam(client, flags.slug)), number }
    const json = withReason(decision, flags)
    return ask(client.v1.articles[':slug'].claims[':number'].reviews.$post({ param, query: {}, json }))
  })
}

/** Posts a claim that was missed. */
export function sendAddition(flags: ReviewFlags, session: Session, addition: Addition): Promise<ExitCode> {
  return send(flags, session, async (client) => {
    const param = await articleParam(client, flags.slug)
    return ask(client.v1.articles[':slug'].reviews.$post({ param, query: {}, json: withReason(addition, flags) }))
  })
}

function withReason<Body extends Decision>(body: Body, { reason }: ReviewFlags): Body {
  return reason === undefined ? body : { ...body, reason }
}

async function send(flags: ReviewFlags, session: Session, post: (client: Client) => Promise<MadeReview>): Promise<ExitCode> {
  const { env } = session
  if (flags.reviewer !== undefined && targetOf(flags, env, false).kind === 'server') {
    throw wrongUsage('--reviewer goes with an archive file; on a server the reviewer is the name of the token')
  }
  const operator = flags.reviewer?.trim() || env.USER || env.LOGNAME || env.USERNAME
  const made = await withArchive(flags, session, { writes: false, operator }, post)
  writeAnswer(session, flags, made, () => madeReviewLines(made))
  return EXIT.good
}

/** The number in an argument; `name` is the argument's. */
export function numberIn(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrongUsage(`${name} "${text}" is not a number from 1`)
  return Number(text)
}
