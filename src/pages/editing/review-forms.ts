/** The decisions of an editor about a claim, in place: a form for each decision, and the decisions so far with the way to take them back. */
import { byWeight } from '../../core/changes/weight.ts'
import type { OneClaimJson } from '../../http/answers/claim-answer.ts'
import type { Session } from '../../http/context.ts'
import type { LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import type { FieldKind } from '../../http/request/form-body.ts'
import { unstopped } from '../../http/words/counts.ts'
import { labelOf } from '../../http/words/kinds-in-words.ts'
import { timeText } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { html, joined, type Markup, NONE, raw } from '../markup.ts'
import { ACTIONS, DECIDED, REVIEW } from '../words/editors/editing-words.ts'
import { timeMarkup } from '../words/times.ts'
import { type FieldsOf, fieldsOf, form, type Option, refusal } from './fields.ts'
import { blankDraft, type Draft } from './submit.ts'

type Action = keyof typeof ACTIONS

/** The fields of each decision, as the forms send them. */
export const REVIEW_FIELDS: Readonly<Record<Action | 'withdraw', Readonly<Record<string, FieldKind>>>> = {
  confirm: { action: 'text', change: 'number', reason: 'text' },
  reject: { action: 'text', change: 'number', reason: 'text' },
  relabel: { action: 'text', label: 'text', reason: 'text' },
  merge: { action: 'text', with: 'number', reason: 'text' },
  split: { action: 'text', version: 'number', reason: 'text' },
  supersede: { action: 'text', by: 'number', reason: 'text' },
  withdraw: { action: 'text', review: 'number', reason: 'text' },
}

export const mayReview = (session: Session | null): session is Session =>
  session?.caller.scopes.includes('review:write') === true

export interface Reviewed {
  readonly session: Session
  readonly slug: string
  readonly claim: OneClaimJson
  readonly versions: readonly LaneVersionJson[]
  /** The other claims of the story, to choose from. */
  readonly others: readonly Option[]
  /** The form that was refused. */
  readonly draft: Draft | null
}

const OTHERS = 'other-claims'

export function reviewForms(reviewed: Reviewed): Markup {
  const { others, claim } = reviewed
  const list = others.filter(([number]) => number !== String(claim.number))
  return html`<section class="editing" aria-labelledby="editing-title">
<h2 id="editing-title">${REVIEW.section}</h2>
<p class="meta">${REVIEW.lede}</p>
<datalist id="${OTHERS}">${list.map(([number, label]) => html`<option value="${number}">${label}</option>`)}</datalist>
${strayDraft(reviewed)}${(Object.keys(ACTIONS) as Action[]).map((action) => reviewForm(action, reviewed))}
${decisions(reviewed)}
</section>`
}

/** A refusal whose form is gone: somebody else withdrew the decision meanwhile. */
function strayDraft({ draft, claim }: Reviewed): Markup {
  if (!draft || Object.hasOwn(ACTIONS, draft.values.get('action') ?? '')) return NONE
  if (claim.reviews.some((review) => isOf(draft, review) && mayWithdraw(review))) return NONE
  const reason = draft.values.get('reason') ?? ''
  return html`${refusal(draft, [])}${reason === '' ? NONE : html`<p dir="auto"><q>${reason}</q></p>\n`}`
}

type Review = OneClaimJson['reviews'][number]

const isOf = ({ values }: Draft, { id }: Review): boolean =>
  values.get('action') === 'withdraw' && values.get('review') === String(id)

const mayWithdraw = ({ withdrawn_by, action }: Review): boolean => withdrawn_by === null && action !== 'withdraw'

function reviewForm(action: Action, reviewed: Reviewed): Markup {
  const { session, slug, claim, draft: sent } = reviewed
  const draft = sent?.values.get('action') === action ? sent : null
  const [summary, lede, button] = ACTIONS[action]
  const begin = blankDraft(action === 'relabel' ? { label: claim.label } : {})
  return html`<details${draft ? raw(' open') : NONE}><summary>${summary}</summary>
<p class="meta">${lede}</p>
${form({
  session,
  action: `${address.claim(slug, claim.number)}#editing-title`,
  draft: draft ?? begin,
  names: Object.keys(REVIEW_FIELDS[action]).slice(1),
  hidden: { action },
  body: [
    ownFields(action, fieldsOf(action, draft ?? begin), reviewed),
    reasonField(action, draft ?? begin, action === 'reject'),
  ],
  button,
})}</details>
`
}

const reasonField = (id: string, draft: Draft, required: boolean): Markup =>
  fieldsOf(id, draft).area({ name: 'reason', label: REVIEW.reason, required, rows: 2 })

function ownFields(action: Action, { text, choice }: FieldsOf, { claim, versions }: Reviewed): Markup {
  switch (action) {
    case 'confirm':
    case 'reject':
      return choice({ name: 'change', label: REVIEW.about, options: [['', REVIEW.claimItself], ...changesOf(claim)] })
    case 'relabel':
      return text({ name: 'label', label: REVIEW.label, hint: REVIEW.labelHint, required: true })
    case 'merge':
      return text({ name: 'with', label: REVIEW.with, type: 'number', list: OTHERS, required: true })
    case 'supersede':
      return text({ name: 'by', label: REVIEW.newer, type: 'number', list: OTHERS, required: true })
    case 'split':
      return choice({ name: 'version', label: REVIEW.from, options: versionsOf(claim, versions) })
  }
}

const changesOf = ({ history }: OneClaimJson): Option[] =>
  history.flatMap(({ id, kinds, detail, to }): Option[] => {
    // A change across withheld versions is not on record.
    if (id === null) return []
    const labels = byWeight(kinds).map((kind) => labelOf(kind, detail))
    return [[String(id), `${labels.join(', ')}, ${timeText(to.captured_at)}`]]
  })

/** The versions that have the claim, without the first of them. */
function versionsOf({ stretches }: OneClaimJson, versions: readonly LaneVersionJson[]): Option[] {
  const place = new Map(versions.map(({ number }, i) => [number, i]))
  const at = (version: number | null) => place.get(version ?? 0) ?? versions.length
  return versions
    .filter((_, i) => stretches.some(({ from, to }) => at(from) <= i && i < at(to)))
    .slice(1)
    .filter(({ withheld }) => withheld === null)
    .map(({ number, captured_at }) => [String(number), `${number} · ${timeText(captured_at)}`])
}

function decisions(reviewed: Reviewed): Markup {
  const { claim } = reviewed
  return html`<h3 id="decisions">${REVIEW.record}</h3>
${claim.reviews.length === 0 ? html`<p class="meta">${REVIEW.none}</p>` : html`<ol class="decisions">${claim.reviews.map((review) => decision(review, reviewed))}</ol>`}`
}

function decision(review: Review, { session, slug, claim, draft: sent }: Reviewed): Markup {
  const { id, action, reviewer, reviewed_at, reason, change, withdrawn_by, holds } = review
  const draft = sent && isOf(sent, review) ? sent : null
  const said = [
    html`<b>${reviewer}</b> ${DECIDED[action]}${names(review, claim)}, ${timeMarkup(reviewed_at, { year: true })}`,
    ...(change === null ? [] : [ofChange(change, claim)]),
    ...(reason === null ? [] : [html`<q>${unstopped(reason)}</q>`]),
    ...(withdrawn_by === null ? [] : [takenBack(withdrawn_by, claim)]),
    ...(holds ? [] : [REVIEW.noEffect]),
  ]
  const back = mayWithdraw(review) ? withdrawal(id, { session, slug, number: claim.number, draft }) : NONE
  return html`<li id="decision-${id}"><p dir="auto">${joined(said, '; ')}.</p>${back}</li>\n`
}

/** The name that a decision gave, and for a new one the name before it. */
function names({ id, action, label }: Review, { reviews, machine_label }: OneClaimJson): Markup {
  if (label === null) return NONE
  if (action !== 'relabel') return html` <q>${label}</q>`
  const before = reviews.findLast(
    (one) => one.action === 'relabel' && one.id < id && (one.withdrawn_by === null || one.withdrawn_by > id),
  )
  return html` <q>${before?.label ?? machine_label}</q> ${REVIEW.to} <q>${label}</q>`
}

function ofChange(id: number, claim: OneClaimJson): string {
  const [, text] = changesOf(claim).find(([number]) => number === String(id)) ?? []
  return text === undefined ? REVIEW.ofGone : REVIEW.ofChange(text)
}

function takenBack(by: number, { reviews }: OneClaimJson): Markup {
  const back = reviews.find(({ id }) => id === by)
  if (!back) return html`${REVIEW.takenBack}`
  return html`${REVIEW.takenBack} ${REVIEW.by} <b>${back.reviewer}</b>, ${timeMarkup(back.reviewed_at, { year: true })}`
}

function withdrawal(
  id: number,
  { session, slug, number, draft }: { session: Session; slug: string; number: number; draft: Draft | null },
): Markup {
  return html`<details${draft ? raw(' open') : NONE}><summary>${REVIEW.withdraw}</summary>
${form({
  session,
  action: `${address.claim(slug, number)}#editing-title`,
  draft: draft ?? blankDraft(),
  names: ['reason'],
  hidden: { action: 'withdraw', review: id },
  body: [reasonField(`withdraw-${id}`, draft ?? blankDraft(), false)],
  button: REVIEW.withdraw,
})}</details>`
}
