/** Whether a source is a person, a body or a document, by its kind and its name. */
import { expect, test } from 'vitest'
import type { SourceKind } from '../../../../src/core/article.ts'
import { sourceType } from '../../../../src/core/claims/sources/source-type.ts'

test.each<[SourceKind, string, string | null]>([
  ['named', 'Ada Moreno', 'person'],
  ['named', 'Dmitri S. Peskov', 'person'],
  ['named', 'Mr. Peskov', 'person'],
  ['named', 'Mayor Brandt', 'person'],
  ['named', 'Kremlin', 'body'],
  ['named', 'White House', 'body'],
  ['named', 'Defense Ministry', 'body'],
  ['named', 'Ministry of Health', 'body'],
  ['named', 'United States and Ukraine', 'body'],
  ['named', 'NATO', 'body'],
  ['named', 'Harrow Park', 'body'],
  ['named', 'Trump', null],
  ['document', 'a report by Ada Moreno', 'document'],
  ['unnamed', 'two officials', null],
  ['unnamed', 'a member of the board', null],
  ['author', '', null],
])('%s “%s” is %s', (kind, name, type) => expect(sourceType(kind, name)).toBe(type))
