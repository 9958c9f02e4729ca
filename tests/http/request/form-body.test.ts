/** The object that the fields of a form make. */
import { expect, test } from 'vitest'
import { objectOf } from '../../../src/http/request/form-body.ts'

const KINDS = {
  title: 'kept',
  label: 'text',
  with: 'number',
  scopes: 'list',
  'source.kind': 'text',
  'source.name': 'text',
} as const
const object = (query: string) => objectOf(new URLSearchParams(query), KINDS)

test.each([
  ['', { title: '' }],
  ['title=+a+&label=+b+', { title: ' a ', label: ' b ' }],
  ['title=a&label=+%0A', { title: 'a' }],
  ['with=12', { title: '', with: 12 }],
  ['with=+12+', { title: '', with: 12 }],
  ['with=12a', { title: '', with: '12a' }],
  ['with=-1', { title: '', with: '-1' }],
  ['with=9999999999', { title: '', with: '9999999999' }],
  ['with=', { title: '' }],
  ['scopes=a&scopes=b', { title: '', scopes: ['a', 'b'] }],
  ['source.kind=named&source.name=Ada', { title: '', source: { kind: 'named', name: 'Ada' } }],
  ['source.kind=&source.name=Ada', { title: '', source: { name: 'Ada' } }],
  ['label=a&label=b', { title: '', label: 'a' }],
  ['form=x&__proto__=y&other=z&constructor.prototype=q', { title: '' }],
])('%s', (query, expected) => expect(object(query)).toEqual(expected))
