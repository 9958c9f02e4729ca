/** The words of the record: what the log has, what was compared with it, and how readers verify it themselves. */
import type { LoggedEntryJson } from '../../http/json/log/logged-entry-json.ts'
import type { VerificationJson } from '../../http/json/log/verification-json.ts'
import { counted, listed, unstopped } from '../../http/words/counts.ts'
import { timeText } from '../../http/words/times.ts'
import { html, type Value } from '../markup.ts'

export const RECORD = {
  title: 'The record',
  of: (headline: string) => `The record of ${headline}`,
  intact: 'Nothing that the archive says of this article was edited since it was recorded.',
  broken: (faults: number) =>
    `${counted(faults, 'fault was', 'faults were')} found: the archive does not say of this article what it recorded.`,
  faults: 'Faults',
  faultsNote:
    'The archive only adds to its record. A fault means that somebody changed the database itself, or that it was damaged.',
  whole: 'The article',
  notWhole:
    'The log does not have all that was recorded before it began. It gets those entries one after another; what has none yet was not compared.',
  own: 'Verify it yourself',
  ownNote:
    'This page is the word of the archive about itself. A checkpoint that you keep elsewhere proves later that nothing was edited, not even by somebody who owns the archive.',
  ofArchive: 'Checkpoints, and the record of the whole archive',
  command: 'The command of this archive compares the article again:',
  entries: 'Entries of the log about it',
  entriesNote:
    'Each entry has a proof that the log has it: the hashes that lead from the entry to the root of the log, as RFC 9162 describes them.',
  columns: { position: 'Entry', time: 'When', what: 'What', article: 'Story', proof: 'Proof' },
  proof: 'Proof',
  proofOf: (position: number) => `Proof of entry ${position}`,
  noTime: 'not kept',
  later: 'Later entries',
  fromStart: 'From the first entry',
  fingerprint: 'fingerprint',
  none: 'The log has no more entries about it.',
} as const

export const ARCHIVE_RECORD = {
  title: 'The record of the archive',
  lede: (entries: number) =>
    `Everything that this archive says is one of ${counted(entries, 'entry', 'entries')} of a log that is only added to. A signed checkpoint of it, kept elsewhere, proves later that none was edited, removed, moved or inserted.`,
  empty: 'Everything that this archive says will be an entry of a log that is only added to. It has none yet.',
  gaps: 'The log has gaps: entries were removed from the database.',
  verifyNow: 'Verify now',
  verifyNote: 'Compares every article with the log, and shows each as it is done.',
  entries: 'Entries',
  root: 'Root',
  checkpoint: 'The present checkpoint',
  checkpointNote:
    'It says who signs, how many entries the log has, and what the root of their tree is. Keep it where the archive cannot reach it: in a mail, in another repository, on paper.',
  download: 'Download it',
  noKey: 'This archive has no key that signs checkpoints. Whoever runs it can set one.',
  notYet: 'There is no checkpoint yet: the log still gets the entries of what was recorded before it began.',
  keys: 'Keys',
  keysNote: 'Write down the one that signs now, beside the checkpoint. A new key is an entry of the log.',
  noKeys: 'No key has signed yet.',
  keySince: (time: string) => `signs since ${timeText(time, { year: true })}`,
  later: 'Compare a checkpoint later',
  laterNote: 'The command reads all entries from this archive, and recomputes the roots then and now and both signatures:',
  withoutCode:
    'Any library for RFC 9162 verifies the proofs, and any for signed notes the checkpoint; neither needs code of this archive.',
  latest: 'The latest entries',
  none: 'The log has no entry yet.',
} as const

export const VERIFIED = {
  title: 'The archive, verified',
  data: 'NDJSON',
  lede: 'Each story is compared with the log while this page loads. The verdict stands at its end.',
  region: 'Stories that were verified',
  columns: { article: 'Story', versions: 'Versions', found: 'Found' },
  intact: 'as it was recorded',
  verdict: 'The verdict',
  all: (articles: number) =>
    articles === 0
      ? 'There is no story to verify.'
      : articles === 1
        ? 'The story on this page is as it was recorded.'
        : `All ${articles} stories on this page are as they were recorded.`,
  some: (broken: number, articles: number) =>
    articles === 1
      ? 'The story on this page has faults.'
      : `${counted(broken, 'story', 'stories')} of the ${articles} on this page ${broken === 1 ? 'has' : 'have'} faults.`,
  logIntact: (entries: number) => `The log is whole: ${counted(entries, 'entry', 'entries')}, each in its place, with the root`,
  logBroken: 'The log itself has faults:',
  log: 'The log',
  next: (done: number, of: number) => `${done} of ${counted(of, 'story', 'stories')} are verified.`,
  goOn: 'Verify the next ones',
  brokeOff: 'The verification broke off here.',
  again: 'Go on from here',
} as const

/** "Verified on 12 March 2026, 16:40: 6 versions, 57 changes and 2 reviews were compared with 33 entries of the log." */
export function comparedText({ versions, compared }: VerificationJson, at: string): string {
  const { entries, changes, reviews, claims, checks, withholdings, erasures } = compared
  const counts = [
    counted(versions, 'version'),
    counted(claims, 'claim'),
    counted(changes, 'change'),
    ...(reviews === 0 ? [] : [counted(reviews, 'review')]),
    ...(checks === 0 ? [] : [counted(checks, 'check')]),
    ...(withholdings === 0 ? [] : [`${counted(withholdings, 'decision')} to withhold or show`]),
    ...(erasures === 0 ? [] : [counted(erasures, 'erasure')]),
  ]
  return `Verified on ${timeText(at, { year: true })}: ${listed(counts)}, with all that belongs to them, were compared with ${counted(entries, 'entry', 'entries')} of the log.`
}

/** Names the version that an entry is about, by "Version" or "version", or by other words where it is about none. */
type Name = (words: 'Version' | 'version', otherwise: string) => Value

type Told = (entry: LoggedEntryJson, version: Name) => Value

const REVIEWS: Readonly<Partial<Record<NonNullable<LoggedEntryJson['action']>, (claim: string) => string>>> = {
  confirm: (claim) => `${claim} was confirmed`,
  reject: (claim) => `${claim} was rejected`,
  relabel: (claim) => `${claim} was named anew`,
  merge: (claim) => `${claim} was joined with another`,
  split: (claim) => `${claim} was split`,
  supersede: (claim) => `${claim} was said to take the place of another, or another its place`,
  add: (claim) => `${claim} was added by a person`,
  withdraw: (claim) => `A review of ${claim.toLowerCase()} was withdrawn`,
}

const KINDS: Readonly<Record<LoggedEntryJson['kind'], Told>> = {
  article: () => 'The story was added',
  slug: () => 'Its name in addresses was set',
  title: () => 'Its title was set',
  publication: () => 'Its publication was set',
  address: () => 'An address of its page was added',
  alias: ({ action }) =>
    action === 'leave' ? 'It was found to be a story of its own again' : 'It was found to be the same as another story',
  version: (_, version) => html`${version('Version', 'A version')} was recorded`,
  statements: () => 'Readings of its sentences were recorded',
  claims: () => 'New claims were recorded',
  wordings: (_, version) => html`The wordings of claims at ${version('version', 'a version')} were recorded`,
  changes: ({ changes }, version) =>
    html`${changes === null ? 'Changes' : counted(changes, 'change')} in ${version('version', 'several versions')} ${changes === 1 ? 'was' : 'were'} recorded`,
  review: ({ action, claim }) =>
    (action !== null && claim !== null && REVIEWS[action]?.(`Claim ${claim}`)) || 'A review was recorded',
  withholding: ({ action, reason }, version) =>
    html`${version('Version', 'A version')} was ${action === 'release' ? 'shown again' : 'withheld'}${because(reason)}`,
  check: (_, version) => html`The page was read again and had the text of ${version('version', 'a version')}`,
  erasure: ({ ordered_by, reason }, version) =>
    html`The text of ${version('version', 'a version')} was erased${ordered_by === null ? '' : html` by order of <span dir="auto">${unstopped(ordered_by)}</span>`}${because(reason)}`,
  key: () => 'A key that signs checkpoints came into use',
}

const because = (reason: string | null): Value => (reason === null ? '' : html`: <span dir="auto">${reason}</span>`)

/** "12 changes in version 3 were recorded": an entry of the log. */
export const entryText = (entry: LoggedEntryJson, version: Name): Value => KINDS[entry.kind](entry, version)
