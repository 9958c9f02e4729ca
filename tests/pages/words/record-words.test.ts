/** Entries of the log in words: each kind, with all that its rows tell, and where nothing is told of them. */
import { expect, test } from 'vitest'
import type { LoggedEntryJson } from '../../../src/http/json/log/logged-entry-json.ts'
import { comparedText, entryText } from '../../../src/pages/words/record-words.ts'

const NOTHING = {
  position: 7,
  article_id: 1,
  subject: 1,
  digest: '',
  leaf_hash: '',
  article: 'ferry',
  version: null,
  hash: null,
  changes: null,
  claim: null,
  action: null,
  reason: null,
  ordered_by: null,
  recorded_at: null,
}

const told = (entry: Pick<LoggedEntryJson, 'kind'> & Partial<LoggedEntryJson>) =>
  String(
    entryText({ ...NOTHING, ...entry }, (words, otherwise) => (entry.version ? `${words} ${entry.version}` : otherwise)),
  ).replace(/<[^>]+>/g, '')

const ENTRIES: readonly (readonly [Parameters<typeof told>[0], string])[] = [
  [{ kind: 'article' }, 'The story was added'],
  [{ kind: 'slug' }, 'Its name in addresses was set'],
  [{ kind: 'title' }, 'Its title was set'],
  [{ kind: 'publication' }, 'Its publication was set'],
  [{ kind: 'address' }, 'An address of its page was added'],
  [{ kind: 'alias', action: 'join' }, 'It was found to be the same as another story'],
  [{ kind: 'alias', action: 'leave' }, 'It was found to be a story of its own again'],
  [{ kind: 'version', version: 3 }, 'Version 3 was recorded'],
  [{ kind: 'version' }, 'A version was recorded'],
  [{ kind: 'statements' }, 'Readings of its sentences were recorded'],
  [{ kind: 'claims' }, 'New claims were recorded'],
  [{ kind: 'wordings', version: 3 }, 'The wordings of claims at version 3 were recorded'],
  [{ kind: 'changes', version: 3, changes: 12 }, '12 changes in version 3 were recorded'],
  [{ kind: 'changes', version: 3, changes: 1 }, '1 change in version 3 was recorded'],
  [{ kind: 'changes', changes: 4 }, '4 changes in several versions were recorded'],
  [{ kind: 'changes', version: 2 }, 'Changes in version 2 were recorded'],
  [{ kind: 'review', claim: 4, action: 'confirm' }, 'Claim 4 was confirmed'],
  [{ kind: 'review', claim: 4, action: 'reject' }, 'Claim 4 was rejected'],
  [{ kind: 'review', claim: 4, action: 'relabel' }, 'Claim 4 was named anew'],
  [{ kind: 'review', claim: 4, action: 'merge' }, 'Claim 4 was joined with another'],
  [{ kind: 'review', claim: 4, action: 'split' }, 'Claim 4 was split'],
  [{ kind: 'review', claim: 4, action: 'supersede' }, 'Claim 4 was said to take the place of another, or another its place'],
  [{ kind: 'review', claim: 4, action: 'add' }, 'Claim 4 was added by a person'],
  [{ kind: 'review', claim: 4, action: 'withdraw' }, 'A review of claim 4 was withdrawn'],
  [{ kind: 'review' }, 'A review was recorded'],
  [{ kind: 'withholding', version: 2, action: 'withhold', reason: 'A court' }, 'Version 2 was withheld: A court'],
  [{ kind: 'withholding', version: 2, action: 'withhold' }, 'Version 2 was withheld'],
  [{ kind: 'withholding', version: 2, action: 'release' }, 'Version 2 was shown again'],
  [{ kind: 'check', version: 3 }, 'The page was read again and had the text of version 3'],
  [
    { kind: 'erasure', version: 2, ordered_by: 'District court.', reason: 'Privacy' },
    'The text of version 2 was erased by order of District court: Privacy',
  ],
  [{ kind: 'erasure', version: 2 }, 'The text of version 2 was erased'],
  [{ kind: 'key', article: null }, 'A key that signs checkpoints came into use'],
]

test.each(ENTRIES)('%j', (entry, words) => expect(told(entry)).toBe(words))

const COMPARED = {
  entries: 1,
  statements: 2,
  claims: 2,
  wordings: 2,
  changes: 1,
  reviews: 0,
  checks: 0,
  withholdings: 0,
  erasures: 0,
}
const verification = (compared: Partial<typeof COMPARED>) => ({
  ...{ article: 'ferry', ok: true, versions: 1, head: '', whole: true, faults: [] },
  compared: { ...COMPARED, ...compared },
})

test.each([
  [{}, '1 version, 2 claims and 1 change, with all that belongs to them, were compared with 1 entry of the log.'],
  [
    { entries: 1200, reviews: 2, checks: 1, withholdings: 3, erasures: 1 },
    '1 version, 2 claims, 1 change, 2 reviews, 1 check, 3 decisions to withhold or show and 1 erasure, with all that belongs to them, were compared with 1,200 entries of the log.',
  ],
])('what was compared is counted in words: %j', (compared, words) =>
  expect(comparedText(verification(compared), '2026-03-01T12:00:00.000Z')).toBe(`Verified on 1 March 2026, 12:00: ${words}`),
)
