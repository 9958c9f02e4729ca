/** Generators of text that no newspaper prints but that is pasted and captured all the same, a class each. */
import fc from 'fast-check'

const WORDS = [
  ...['Lee', 'Orla Quist', 'Mr. Hale', 'MR. HALE', 'the mayor', 'two officials', 'she', 'I', 'who', 'a report'],
  ...[
    'said',
    'says',
    'told',
    'denied',
    'asked whether',
    'according to',
    'put the toll at',
    'promised to',
    'saying',
    'claim that',
  ],
  ...[
    'that',
    'the dam',
    'held',
    'was closed',
    'may not hold',
    'to stay',
    'and',
    'but',
    'while',
    'because',
    'in May',
    'on Friday',
  ],
  ...[
    '40',
    '$3',
    '1.2 million',
    '7%',
    'no',
    'more than',
    'U.S.',
    'No. 4',
    '.',
    '. ',
    ',',
    ';',
    ':',
    '?',
    '!',
    '…',
    '—',
    '(',
    ')',
  ],
] as const

const ONLY: Readonly<Record<string, readonly string[]>> = {
  emoji: ['😀', '👍🏽', '👨‍👩‍👧', '🇩🇪', '❤️', '☐', '✓', '🟢 LIVE'],
  scripts: ['мэр', 'сказал', '市長', 'は', '言った。', 'قال', 'العمدة', 'ΔΗΜΟΣ', 'דוד', 'नगर', '。', '؟', 'İ', 'ǅ', 'ŉ', 'ß'],
  quotes: ['"', '“', '”', '„', '‟', '«', '»', '‘', '’', "'", "''", '``', '‹', '›', '「', '」', '"""', '“”', '’s'],
  capitals: [
    'THE MAYOR',
    'SAID',
    'THAT',
    'THE DAM',
    'WOULD HOLD',
    'ORLA QUIST',
    'MR. HALE',
    'DID NOT',
    'ON FRIDAY',
    'NATO',
    'A',
  ],
  transcript: [
    '\n\nMR. LEE: ',
    '\n\nQ: ',
    '\nA: ',
    '\nTHE COURT: ',
    '\nOrla Quist (D-Ohio): ',
    '[applause]',
    '(crosstalk)',
    ': ',
    'Q.',
    'A.',
  ],
  live: ['\n10:42 a.m. ', '\n\n11:03 — ', '[9:12 p.m.] ', '14:05 GMT ', '9pm ', '\n3 p.m.', '10:42', 'UPDATE: ', 'a.m.'],
  lists: ['\n• ', '\n- ', '\n* ', '\n1. ', '\n2) ', '\n(a) ', '\niv. ', '\n– ', '·', '1.', '#', '\n\n\n'],
  tables: ['\t', '|', ' | ', '\n|---|---|\n', '\n', '12\t3', '0', ';', 'Town', ',,', '====', '+--+'],
  numbers: ['12', '3.5', '1,200', '1/2', '2024', '-7', '€', '%', '1e9', '12345678901234567890', '²', '½', '٣', '三', '0'],
  surrogates: ['\ud83d', '\ude00', '\ud83d\ude00', '\udc00a', 'a\ud800', '𝐀𝐁', '𐐷', '\ufffd'],
  controls: [
    '\0',
    '\x07',
    '\r',
    '\r\n',
    '\v',
    '\u2028',
    '\u0085',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u202e',
    '\u00a0',
    '\u0301',
  ],
  long: [
    'x'.repeat(3000),
    'A'.repeat(900),
    "a'".repeat(400),
    'a-'.repeat(400),
    '1,'.repeat(400),
    'http://lesk.example/a?b=c&d',
    '._.',
  ],
}

/** The names of the classes. */
export const AWKWARD_CLASSES = Object.keys(ONLY)

/** Text of one class, the words of news mixed in, with and without spaces. */
export function awkward(name: string): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...(ONLY[name] ?? [])), fc.constantFrom(...WORDS))
  return fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 30 })
    .map((pieces) => pieces.map(([text, space]) => text + space).join(''))
}
