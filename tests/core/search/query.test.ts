import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryTerms, type Term } from '../../../src/core/search/query.ts'

const term = (words: string, more: Partial<Term> = {}): Term => ({
  words,
  prefix: false,
  field: null,
  excluded: false,
  ...more,
})

describe('termsOf', () => {
  it.each<[string, Term[]]>([
    ['', []],
    [' \t\n', []],
    ['* - "" -- -" " … 😀 \0', []],
    ['ferry', [term('ferry')]],
    ['ferry aground', [term('ferry'), term('aground')]],
    ['"ran aground"', [term('ran aground')]],
    ['“ran aground”', [term('ran aground')]],
    ['«ran aground»', [term('ran aground')]],
    ['harb*', [term('harb', { prefix: true })]],
    ['"ran agr"*', [term('ran agr', { prefix: true })]],
    ['harb* "the mast"', [term('harb', { prefix: true }), term('the mast')]],
    ['ha*rb', [term('ha rb')]],
    ['harb-*', [term('harb')]],
    ['-ferry', [term('ferry', { excluded: true })]],
    ['-"ran aground"', [term('ran aground', { excluded: true })]],
    ['--ferry', [term('ferry', { excluded: true })]],
    ['cease-fire', [term('cease fire')]],
    ['label:ferry', [term('ferry', { field: 'label' })]],
    ['Source:"Ada Moreno"', [term('Ada Moreno', { field: 'source' })]],
    ['-content:sail*', [term('sail', { field: 'content', prefix: true, excluded: true })]],
    ['text:tide', [term('tide', { field: 'text' })]],
    ['label:-ferry', [term('ferry', { field: 'label', excluded: true })]],
    ['source:-"Ada Moreno"', [term('Ada Moreno', { field: 'source', excluded: true })]],
    ['label:', [term('label')]],
    ['label: ferry', [term('label'), term('ferry')]],
    ['title:ferry', [term('title ferry')]],
    ['"ferry', [term('ferry')]],
    ['ferry"', [term('ferry')]],
    ['a"b"c', [term('a b c')]],
    ['"a"b', [term('a'), term('b')]],
    ['AND OR NOT NEAR(a b)', ['AND', 'OR', 'NOT', 'NEAR a', 'b'].map((words) => term(words))],
    ['{label content}:x', [term('label'), term('content x')]],
    ["O'Hara's", [term('O Hara s')]],
    ['cafe\u0301', [term('café')]],
    ['a\0b', [term('a b')]],
    ['half \ud83d a', [term('half'), term('a')]],
  ])('%j', (query, terms) => {
    expect(queryTerms(query)).toEqual(terms)
  })

  it('never gives a sign that could steer a search', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => {
        for (const { words } of queryTerms(query))
          expect(words).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+(?: [\p{L}\p{N}\p{M}\p{Co}]+)*$/u)
      }),
    )
  })
})
