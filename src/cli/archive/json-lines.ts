/** Answers in NDJSON, line by line as they come. */

import { EXIT, Stop } from '../exit.ts'
import { askText } from './api.ts'

/** The parsed lines of an answer. Throws a Stop where it is refused, or ends within a line. */
export async function* jsonLines<Line>(asked: Promise<Response>): AsyncGenerator<Line> {
  const response = await asked
  if (!response.ok) await askText(Promise.resolve(response) as Parameters<typeof askText>[0])
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of response.body ?? []) {
    const lines = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as Line
  }
  if (rest !== '') throw new Stop(EXIT.archive, 'the answer ended within a line; ask again')
}
