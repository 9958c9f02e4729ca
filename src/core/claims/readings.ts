/** What the context adds to the statements of a version: full names, antecedents of pronouns, quotations that go on. */
import type { Reading, Sentence, Statement } from '../article.ts'

/** A reading for every statement, in the same order. */
export function readingsOf(_sentences: readonly Sentence[], statements: readonly (readonly Statement[])[]): Reading[][] {
  return statements.map((list) => list.map(({ source }) => ({ name: null, kind: source.kind, source: null })))
}
