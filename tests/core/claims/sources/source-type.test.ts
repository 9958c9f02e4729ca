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
  ['named', 'Mayor', 'person'],
  ['named', 'Will Orr', 'person'],
  ['named', 'Headline That Does Not', null],
  ['named', 'Engineers', null],
  ['unnamed', 'two officials', 'unnamed'],
  ['unnamed', 'a member of the board', 'unnamed'],
  ['author', '', null],
])('%s “%s” is %s', (kind, name, type) => expect(sourceType(kind, name)).toBe(type))

test.each<[string, readonly string[], string | null]>([
  ['Trump', ['Mr. Trump'], 'person'],
  ['Trump', ['Trump', 'President Trump'], 'person'],
  ['Trump', ['Trump'], null],
  ['Trump', ['Mr. Orr'], null],
  ['Hawks', ['the Hawks'], 'body'],
  ['Hawks', ['The Hawks'], 'body'],
  ['Hawks', ['the old Hawks'], null],
  ['Lee', ['he'], null],
  ['Ada Moreno', ['the Ada Moreno'], 'person'],
])('“%s” of the mentions %j is %s', (name, mentions, type) => expect(sourceType('named', name, mentions)).toBe(type))
