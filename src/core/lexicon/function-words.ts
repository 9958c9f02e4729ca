/** The closed classes of English words, by the tag of their tokens. */

/** The tag of a token by the word alone. `ed`, `ing`, `verb` and `noun` are guesses by form. */
export type Tag =
  | 'determiner'
  | 'possessive'
  | 'subject'
  | 'object'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'relative'
  | 'that'
  | 'to'
  | 'modal'
  | 'be'
  | 'have'
  | 'do'
  | 'negation'
  | 'adverb'
  | 'time'
  | 'number'
  | 'name'
  | 'verb'
  | 'ed'
  | 'ing'
  | 'noun'
  | 'quote'
  | 'mark'

const CLASSES: readonly (readonly [Tag, string])[] = [
  [
    'determiner',
    'the a an this these those some any no every each all both either neither many most several few such another other much more',
  ],
  ['possessive', 'his her their its my our your whose'],
  [
    'subject',
    "he she they it we i you there he's she's they're it's we're i'm you're he'd she'd they'd it'd we'd i'd you'd he'll she'll they'll it'll we'll i'll you'll they've we've i've you've there's",
  ],
  ['object', 'him them me us himself herself themselves itself myself ourselves yourself'],
  [
    'preposition',
    'of in on at by for with from into onto about over under against between among through during without within toward towards upon across behind beyond near despite amid amidst around outside inside alongside concerning regarding including following per via versus throughout off out up down like unlike except besides beside along',
  ],
  ['conjunction', 'and but or nor yet'],
  [
    'subordinator',
    'because although though whereas while whereas if whether unless until since before after when as once where why how than so lest',
  ],
  ['relative', 'who which whom what'],
  ['that', 'that'],
  ['to', 'to'],
  [
    'modal',
    "will would can could may might shall should must ought cannot can't won't wouldn't couldn't shouldn't mustn't needn't",
  ],
  ['be', "is are was were be been being am isn't aren't wasn't weren't ain't"],
  ['have', "has have had having hasn't haven't hadn't"],
  ['do', "do does did doing done don't doesn't didn't"],
  ['negation', "not never n't"],
  [
    'adverb',
    'also now then still just already ever often always even only again soon later earlier once twice too very rather quite almost nearly instead however perhaps maybe once recently here away back together further first finally thus therefore meanwhile moreover indeed sometimes seldom far long ago yet previously simply well',
  ],
  [
    'time',
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april june july august september october november december jan. feb. aug. sept. oct. nov. dec.',
  ],
  [
    'number',
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen',
  ],
]

export const FUNCTION_WORDS: ReadonlyMap<string, Tag> = new Map(
  CLASSES.flatMap(([tag, words]) => words.split(' ').map((word): [string, Tag] => [word, tag])),
)
