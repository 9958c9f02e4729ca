/** The text of a version. */

import { Failure } from '../../../failure.ts'
import { versionAt } from '../../../store/read/last-position.ts'
import { readVersion } from '../../../store/read/versions.ts'
import { versionJson } from '../../json/version-json.ts'
import { originOf } from '../../origin.ts'
import { pageOf } from '../../page-addresses.ts'
import { found, foundVersion, refuseWithheld } from '../../request/article-path.ts'
import { asOfGiven } from '../../request/as-of.ts'
import { shortened } from '../../words/counts.ts'
import { timeText } from '../../words/times.ts'
import { article, asOf, skip, slugOf } from '../arguments.ts'
import { tool } from '../tool.ts'

/** The most characters of the text of one answer. */
const MOST = 6500
const MOST_TITLE = 300

export const readText = tool({
  name: 'read_version',
  title: 'Text of a version',
  description:
    'The text of an article as one version has it: the latest, one by its number, or the one at a time. Long texts come in parts.',
  shape: { article, ...asOf, skip },
  async answer(c, { article, version, at, skip = 0 }) {
    const { store } = c.var
    const slug = await slugOf(store, article)
    asOfGiven({ version, at })
    const latest = version === undefined ? found(await versionAt(store, slug, at ?? null), slug) : null
    const number = version ?? latest?.number
    if (number == null)
      throw new Failure('not_found', `"${slug}" has no version${at === undefined ? '' : ` from ${at} or before`}.`)
    const row = foundVersion(await readVersion(store, slug, number, false), slug, number)
    refuseWithheld(row)
    const { title, byline, body, captured_at, source_url } = versionJson(row, false)
    const part = partOf(body, skip)
    const end = skip + part.length
    const lines = [
      `Version ${number} of “${row.slug}”, captured ${timeText(captured_at, { year: true })} UTC. ${originOf(c)}${pageOf.version(row.slug, number)}`,
      ...(source_url === null ? [] : [`Read at ${shortened(source_url, MOST_TITLE)}`]),
      `Headline: ${shortened(title, MOST_TITLE)}`,
      ...(byline === null ? [] : [`Byline: ${shortened(byline, MOST_TITLE)}`]),
      '',
      part,
      ...(end < body.length
        ? ['', `There is more: make the same call with skip ${end} (${body.length - end} characters left).`]
        : []),
    ]
    return lines.join('\n')
  },
})

/** The text from a place on, cut at the end of a paragraph or a word where that is near. */
function partOf(body: string, skip: number): string {
  const rest = body.slice(skip)
  if (rest.length <= MOST) return rest
  const head = rest.slice(0, MOST)
  const cut = Math.max(head.lastIndexOf('\n\n') + 2, head.lastIndexOf(' ') + 1)
  // Half a character is never sent.
  return cut > MOST / 2 ? head.slice(0, cut) : head.replace(/[\ud800-\udbff]$/, '')
}
