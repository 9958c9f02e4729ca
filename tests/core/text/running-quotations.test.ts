import { describe, expect, it } from 'vitest'
import { runningQuotations } from '../../../src/core/text/running-quotations.ts'
import { sentencesOf } from '../../../src/core/text/sentences.ts'

/** The sentences inside each running quotation; "~" before one that only begins or ends in it. */
function runs(body: string): string[] {
  const sentences = sentencesOf({ title: '', body })
  return runningQuotations(sentences).flatMap((run, at) =>
    run ? [`${run.from}${run.whole ? '' : '~'} ${sentences[at]?.text}`] : [],
  )
}

describe('runningQuotations', () => {
  it.each([
    ['closed in its sentence', '“It is old,” she said. “It will last.”', []],
    ['over paragraphs', '“It is old.\n\n“It leaks,” she said. Rain fell.', ['0 “It is old.', '0~ “It leaks,” she said.']],
    [
      'several sentences a paragraph',
      '“It is old. It leaks.\n\n“We know. It will hold.”\n\nRain fell.',
      ['0 “It is old.', '0 It leaks.', '0 “We know. It will hold.”'],
    ],
    [
      'three paragraphs in single marks',
      '‘It is old. It leaks.\n\n‘We know.\n\n‘It will hold.’\n\nRain fell.',
      ['0 ‘It is old.', '0 It leaks.', '0 ‘We know.', '0 ‘It will hold.’'],
    ],
    ['words before it opens', 'She said: “It is old.\n\n“It leaks.”', ['0~ She said: “It is old.', '0 “It leaks.”']],
    ['a paragraph that does not open anew', '“It is old. It leaks.\n\nRain fell.\n\n“Yes,” she said.', []],
    ['another quotation in the paragraph', '“It is old. Rain fell. “Yes,” she said.', []],
    ['never closed', '“It is old. It leaks.', []],
  ])('%s', (_, body, expected) => expect(runs(body)).toEqual(expected))

  it('ends where the mark closes', () => {
    const body = `“${'We came. '.repeat(90)}We left,” she said. Rain fell.`
    expect(runs(body).at(-1)).toBe('0~ We left,” she said.')
  })
})
