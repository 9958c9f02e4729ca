/** An example of each kind for the guide: texts, and what is found between the last two. A test holds them against the engine. */
import type { Kind } from '../../../core/changes/change.ts'
import type { ChangeJson } from '../../../http/words/change-in-words.ts'
import { undated } from '../../../http/words/undated-change.ts'

export interface KindExample {
  /** The paragraphs of two texts, or of three. */
  readonly texts: readonly (readonly string[])[]
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** The words that the kind rests on. */
  readonly words?: readonly [before: string | null, after: string | null]
  readonly detail?: ChangeJson['detail']
  /** The label of the newer claim. */
  readonly label?: string
}

const CLOSED = 'The harbour was closed.'
const UNHURT = 'Nobody was hurt, the coast guard said.'
const AGROUND = 'The ferry ran aground off Norrholm on Tuesday.'
const FREED = 'Two tugs pulled it free in the evening.'
const BOTH = 'The ferry ran aground off Norrholm on Tuesday and two tugs pulled it free in the evening.'
const TUGS = 'Two tugs are on their way, the coast guard said.'
const NORRHOLM = 'The ferry ran aground off Norrholm.'
const REST = ['The harbour was closed for six hours.', 'Two tugs came from Lund.', 'No ship was damaged.']

const pair = (before: string, after: string, more: Partial<KindExample> = {}): KindExample => ({
  texts: [[before], [after]],
  before: [before],
  after: [after],
  ...more,
})

export const KIND_EXAMPLES: Record<Kind, KindExample> = {
  introduced: { texts: [[CLOSED], [CLOSED, TUGS]], before: [], after: [TUGS] },
  withdrawn: { texts: [[CLOSED, UNHURT], [CLOSED]], before: [UNHURT], after: [] },
  restored: {
    texts: [[CLOSED, UNHURT], [CLOSED], [CLOSED, UNHURT]],
    before: [],
    after: [UNHURT],
    detail: { restored: { since: 1 } },
  },
  superseded: pair(
    'The harbour board is studying the plan, its chairman said.',
    'The harbour board rejected the plan, its chairman said.',
    {
      label: 'Harbour board rejects plan',
    },
  ),
  split: { texts: [[BOTH], [AGROUND, FREED]], before: [BOTH], after: [AGROUND, FREED] },
  merged: { texts: [[AGROUND, FREED], [BOTH]], before: [AGROUND, FREED], after: [BOTH] },
  negated: pair('The ferry will sail on Friday.', 'The ferry will not sail on Friday.', { words: [null, 'not'] }),
  softened: pair('The ferry will sail on Friday.', 'The ferry may sail on Friday.', { words: [null, 'may'] }),
  strengthened: pair('The ferry may sail on Friday.', 'The ferry will sail on Friday.', { words: ['may', null] }),
  number_changed: pair('The ferry had 212 passengers.', 'The ferry had 221 passengers.', {
    words: ['212', '221'],
    detail: { number_changed: [{ from: 212, to: 221, unit: 'passengers' }] },
  }),
  date_changed: pair('The ferry will sail on Friday.', 'The ferry will sail on Sunday.', {
    words: ['Friday', 'Sunday'],
    detail: { date_changed: [{ from: 'Friday', to: 'Sunday' }] },
  }),
  source_changed: pair(UNHURT, 'Nobody was hurt, the harbour office said.', {
    words: ['the coast guard', 'the harbour office'],
    detail: { source_changed: 'replaced' },
  }),
  quote_changed: pair(
    '“We felt a scrape,” said Ingrid Dahl, a passenger.',
    '“We felt a long scrape,” said Ingrid Dahl, a passenger.',
    {
      words: ['We felt a scrape', 'We felt a long scrape'],
      detail: { quote_changed: 'edited' },
    },
  ),
  cue_changed: pair('The pilot was late, the operator said.', 'The pilot was late, the operator admitted.', {
    words: ['said', 'admitted'],
  }),
  reworded: pair('The ferry ran aground off Norrholm in the fog.', 'In the fog, the ferry ran aground near Norrholm.'),
  moved: {
    texts: [
      [...REST, NORRHOLM],
      [NORRHOLM, ...REST],
    ],
    before: [NORRHOLM],
    after: [NORRHOLM],
    detail: { moved: 'up' },
  },
  cosmetic: pair('The ferry ran aground - off Norrholm.', 'The ferry ran aground – off Norrholm.'),
}

/** The example as a change. */
export function exampleOfKind(kind: Kind): ChangeJson {
  const { texts, before, after, words = [null, null], detail = {}, label } = KIND_EXAMPLES[kind]
  const place = (exact: string, name?: string) => ({
    zone: 'body' as const,
    start: 0,
    end: exact.length,
    exact,
    wordings: name === undefined ? [] : [{ label: name, text: exact, spans: [] }],
  })
  return undated({
    from: texts.length - 1,
    to: texts.length,
    kinds: [kind],
    detail,
    acknowledged: false,
    before: before.map((exact) => place(exact)),
    after: after.map((exact) => place(exact, label)),
    evidence: [{ kind, rule: '', before: words[0], after: words[1] }],
  })
}
