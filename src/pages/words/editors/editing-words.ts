/** The words of forms: what is asked, and what is wrong with an answer. */
import type { ReviewAction } from '../../../store/schema.ts'

export const FORM = {
  stale: 'The form is from an earlier sign-in. Nothing was saved. Look it over and send it again.',
  sentBefore: 'The form was sent before, with other words, and what it recorded then stands. Send it again to record this too.',
  failed: 'Nothing was saved.',
  optional: 'optional',
  fault: 'The fault is logged. Trying again may help.',
} as const

/** The message of a fault as people read it: schemas speak of types. */
export function faultText(message: string): string {
  if (/received undefined/.test(message)) return 'is needed'
  if (/expected (?:number|int)\b/.test(message)) return 'expected a whole number'
  const most = /expected string to have <=(\d+)/.exec(message)?.[1]
  if (most) return `has more than ${most} characters`
  if (/expected array to have >=1/.test(message)) return 'choose at least one'
  if (/Invalid URL/.test(message)) return 'expected an address with http:// or https://'
  if (/Invalid option/.test(message)) return 'choose one of these'
  return message
}

export const ARTICLE = {
  title: 'Add an article',
  lede: 'A story with one address of its own. Its versions follow.',
  name: 'Title',
  nameHint: 'What the story is called here. Each version has its own headline.',
  publication: 'Publication',
  url: 'Address of the page',
  slug: 'Slug',
  slugHint: 'The last part of its address here: lower-case letters, digits and hyphens. Left out, it is made of the title.',
  button: 'Add the article',
} as const

export const METADATA = {
  title: 'Change what is known of this story',
  lede: 'Its versions, their texts and their headlines stay as they were recorded.',
  urlHint: 'Another address joins those before it, which stay on record.',
  slugHint: 'The last part of its address here. The earlier address keeps leading to it.',
  button: 'Save',
  link: 'Change title, publication or address',
} as const

export const ALIAS = {
  title: 'This is another story of the archive',
  lede: 'Where two stories are found to be one, this one becomes an alias: its page leads to the other, which names it, and it leaves the lists. Its versions keep their addresses and numbers; what is read from now on joins the other story.',
  of: 'The other story’s slug',
  ofHint: 'The last part of its address here.',
  reason: 'Reason',
  button: 'Make it an alias',
  endTitle: 'This is a story of its own',
  endLede: (of: string) =>
    `It is an alias of “${of}”. Taken back, it has a page of its own again and the watches that it had. That it was an alias stays on record.`,
  why: 'It is an alias:',
  endButton: 'Take it back',
  link: 'It is another story',
  endLink: 'Take back',
} as const

export const VERSION = {
  title: 'Add a version',
  lede: 'Paste the text as it stood on the page. The same text as before is recorded as a check, not as a version.',
  of: 'Story',
  headline: 'Headline',
  byline: 'Byline',
  body: 'Text',
  bodyHint: 'Paragraphs with an empty line between them.',
  url: 'Address of the page',
  captured: 'Seen at (UTC)',
  capturedHint: 'Left out: now.',
  published: 'Published at (UTC)',
  modified: 'Modified at (UTC)',
  button: 'Add the version',
  unchanged: (number: number) =>
    `The text is that of version ${number}, so there is no new version. That it was seen again is recorded.`,
  addLink: 'Add a version',
} as const

export const REVIEW = {
  section: 'Correct this claim',
  lede: 'Each decision is recorded with your name and stays on record when it is taken back.',
  about: 'About',
  claimItself: 'the claim itself',
  reason: 'Reason',
  label: 'Label',
  labelHint: 'One line that states the claim.',
  with: 'The other claim’s number',
  newer: 'The newer claim’s number',
  from: 'From version',
  record: 'Decisions',
  none: 'Nobody has decided anything about this claim.',
  withdraw: 'Take it back',
  takenBack: 'taken back',
  by: 'by',
  noEffect: 'a later version contradicts it, so it has no effect',
  to: 'to',
  ofChange: (change: string) => `about the change “${change}”`,
  ofGone: 'about a change that stands no more',
  sameLabel: 'is its label already',
} as const

/** Each action: its summary, its explanation, its button. */
export const ACTIONS: Readonly<Record<Exclude<ReviewAction, 'add' | 'withdraw'>, readonly [string, string, string]>> = {
  confirm: ['Confirm', 'The claim, or one of its changes, is as it is shown here.', 'Confirm'],
  reject: ['Reject', 'It is no claim, or no such change: it leaves lists, counts and feeds.', 'Reject'],
  relabel: ['Rename', 'Another label, for all versions of the claim.', 'Rename'],
  merge: ['Merge', 'Another claim of this story is the same. The lower number remains.', 'Merge'],
  split: ['Split', 'From its wording in a version on, it is another claim.', 'Split'],
  supersede: ['Overtaken', 'Another claim took the place of this one.', 'Record'],
}

/** A decision in the past: "confirmed", "named “…”". */
export const DECIDED: Readonly<Record<ReviewAction, string>> = {
  confirm: 'confirmed',
  reject: 'rejected',
  relabel: 'renamed',
  merge: 'merged',
  split: 'split',
  supersede: 'marked as overtaken',
  add: 'added',
  withdraw: 'took a decision back',
}

export const ADD_CLAIM = {
  title: 'Add a claim that was missed',
  lede: 'Words of one sentence of this version, exactly as it has them.',
  exact: 'Words',
  zone: 'Look in',
  anywhere: 'the whole version',
  zones: {
    headline: 'the headline',
    lead: 'the first paragraph',
    body: 'the rest of the text',
    furniture: 'lines of the page',
  },
  start: 'They begin at',
  startHint: 'Needed only where the words stand more than once; the refusal names the places.',
  source: 'Who says it',
  sourceKinds: {
    '': 'the article itself',
    named: 'somebody by name',
    unnamed: 'somebody without a name',
    document: 'a document',
  },
  sourceName: 'The name, or the article’s words for it',
  label: 'Label',
  labelHint: 'Left out, it is made of the words.',
  certainty: 'How surely',
  levels: { '': 'as the words have it', certain: 'sure', probable: 'likely', possible: 'possible', unknown: 'open' },
  polarity: 'Stated as',
  polarities: { positive: 'that it is so', negative: 'that it is not so' },
  button: 'Add the claim',
  text: 'The text of this version',
  link: 'Add a claim that was missed',
} as const

export const WITHHOLD = {
  title: (number: number) => `Withhold version ${number}`,
  lede: 'For legal reasons. Its text, its claims and its changes are shown to nobody from then on. Its place in the record stays, with the reason.',
  reason: 'Reason, which readers see',
  button: 'Withhold it',
  showTitle: (number: number) => `Show version ${number} again`,
  showLede: 'That it was withheld stays on record.',
  why: 'It is withheld:',
  showButton: 'Show it again',
  link: 'Withhold',
  showLink: 'Show again',
} as const
