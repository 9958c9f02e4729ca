/** The attributions of a text, for tables of tests. */
import { statementsOf } from '../../../../src/core/claims/statements.ts'

/** Returns "source | content" for each attribution; an unnamed source without words is "-". */
export function attributionsIn(text: string): string[] {
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span)).join(' … ')
  return statementsOf(text, false)
    .filter(({ source }) => source.kind !== 'author')
    .map(({ source, content }) => `${words(source.spans) || '-'} | ${words(content)}`)
}
