/** All that happened to one claim. */
import { claimAnswer, claimQueries, type OneClaimJson } from '../../answers/claim-answer.ts'
import { originOf } from '../../origin.ts'
import { pageOf } from '../../page-addresses.ts'
import { LEVELS, RELATION_WORDS, sourceText } from '../../words/claim-in-words.ts'
import { shortened } from '../../words/counts.ts'
import { listText, skipping } from '../answer-text.ts'
import { article, claim, skip, slugOf } from '../arguments.ts'
import { changeItem } from '../change-item.ts'
import { tool } from '../tool.ts'

const MOST = 10

export const claimTrail = tool({
  name: 'claim_trail',
  title: 'History of a claim',
  description:
    'All that happened to one claim of an article, version by version: when it was first told, softened, corrected, dropped or overtaken, before and after, and whether the article said so.',
  shape: { article, claim, skip },
  async answer(c, { article, claim: number, skip = 0 }) {
    const { store } = c.var
    const slug = await slugOf(store, article)
    const answer = claimAnswer(await store.batchRead(claimQueries(store, slug, number)), { slug, number })
    const json = answer.json()
    const { rows, next } = skipping(json.history, skip, MOST)
    const address = originOf(c) + pageOf.claim(answer.article.slug, number)
    return listText(c, {
      head: `Claim ${number} of “${answer.article.slug}” (${address}): ${about(json)}`,
      items: rows.map((change) => changeItem(change, { claim: number })),
      most: MOST,
      next,
    })
  },
})

function about({ label, status, source, certainty, relations }: OneClaimJson): string {
  const related = Object.entries(RELATION_WORDS).flatMap(([name, words]) => {
    const claims = relations[name as keyof typeof RELATION_WORDS]
    return claims.length === 0 ? [] : [`${words}: claim ${claims.join(', ')}.`]
  })
  return [`${shortened(label, 200)}. ${status}; said by ${sourceText(source)}; ${LEVELS[certainty.level]}.`, ...related].join(
    ' ',
  )
}
