/** The words of the page that compares two texts, and the example that fills it. */
import type { FailureCode } from '../../../failure.ts'

export const TRY = {
  title: 'Paste two texts',
  resultTitle: 'What changed between your two texts',
  lede: 'An article before and after an edit. See what became of each claim. Nothing is stored.',
  before: 'Before',
  after: 'After',
  headline: 'Headline',
  text: 'Text',
  beforeHint: 'The text as it was. Leave a blank line between paragraphs.',
  afterHint: 'The text as it is now.',
  compare: 'Show what changed',
  again: 'Compare again',
  example: 'Fill in an example',
  clear: 'Begin anew',
  unchanged: 'No claim changed',
  claims: 'Claims of the second text',
  claim: 'What is claimed',
  whoSaysIt: 'Who says it',
  howSurely: 'How surely',
  overHttp: 'The same over HTTP',
  empty: 'The text is empty; expected the text of the article.',
  cannot: 'The texts could not be compared.',
} as const

/** The message beside a field. */
export function fieldError(code: FailureCode, message: string): string {
  if (code === 'too_large') return `This is too much text: ${message}.`
  return `The text ${message}.`
}

export interface PastedText {
  readonly title: string
  readonly body: string
}

const paragraphs = (...list: string[]) => list.join('\n\n')

export const EXAMPLE_TEXTS: readonly [PastedText, PastedText] = [
  {
    title: 'Ferry Fares Will Rise by 12 Percent',
    body: paragraphs(
      'The harbour board will raise ferry fares by 12 percent in May, its chairman, Tom Vale, said on Tuesday.',
      'The ferry carried 1,200 people a day last year. Fares were last raised in 2021.',
      'The board rejected a smaller rise in January, according to its minutes.',
      '“Nobody asked the islands,” said Ada Quill, who leads the islanders’ union. Ms. Quill said that the union would go to court.',
    ),
  },
  {
    title: 'Ferry Fares May Rise by 14 Percent',
    body: paragraphs(
      'The harbour board may raise ferry fares by 14 percent in May, a board member said on Tuesday.',
      'The ferry carried 1,200 people a day last year. Fares were last raised in 2021.',
      '“Nobody asked the islands properly,” said Ada Quill, who leads the islanders’ union. Ms. Quill said that the union could go to court.',
    ),
  },
]
