/** The route of oEmbed: what to put on a page that links to a claim or a story. */
import { Hono } from 'hono'
import { z } from 'zod'
import { Failure } from '../../../failure.ts'
import { articleRow, articleView } from '../../../store/read/articles.ts'
import { claimRows, claimView } from '../../../store/read/claims.ts'
import { changedClaims } from '../../../store/read/stories/changed-claims.ts'
import type { App } from '../../context.ts'
import { claimFrame, frameOf, oembedSchema, type Size, storyFrame } from '../../json/stories/oembed-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { originOf } from '../../origin.ts'
import { pageOf } from '../../page-addresses.ts'
import { found } from '../../request/article-path.ts'
import { query } from '../../request/input.ts'
import { mayRead } from '../../request/require-scope.ts'
import { wholeNumber, words } from '../../request/values.ts'
import { answerJson, articleUnchanged, notModified } from '../../response/conditional.ts'

const PAGE = /^(?:\/embed)?\/a\/([^/]+)(?:\/claims\/([1-9]\d{0,8}))?\/?$/

/** The slug and the claim of the address of a page of this archive. Throws Failure not_found. */
function pageAt(url: string, origin: string): { slug: string; number: number | null } {
  const { pathname = '', origin: host = '' } = URL.canParse(url, origin) ? new URL(url, origin) : {}
  const [, slug, number] = PAGE.exec(pathname) ?? []
  if (host !== origin || slug === undefined)
    throw new Failure('not_found', 'That is not the address of a story or a claim of this archive.')
  return { slug: decoded(slug), number: number === undefined ? null : Number(number) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const pixels = wholeNumber(10_000)

/** Under /oembed. */
export const oembed = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Service',
    id: 'getOEmbed',
    summary: 'The card of a claim, or the lanes of a story, for the page that links to it (oEmbed 1.0)',
    answer: oembedSchema,
    failures: [404],
  }),
  mayRead,
  query({
    url: words(2000).meta({
      description: 'The address of the page of a story or a claim: /a/{slug}, /a/{slug}/claims/{number}',
      example: '/a/kremlin-cease-fire/claims/7',
    }),
    format: z.enum(['json']).optional().meta({ description: 'Default: json. There is no XML.' }),
    maxwidth: pixels.optional().meta({ description: 'The most pixels that the frame may be wide', example: 480 }),
    maxheight: pixels.optional().meta({ description: 'The most pixels that the frame may be high', example: 600 }),
  }),
  async (c) => {
    const { url, maxwidth = Infinity, maxheight = Infinity } = c.req.valid('query')
    const origin = originOf(c)
    const { slug, number } = pageAt(url, origin)
    const { store } = c.var
    const cached = await articleUnchanged(c, slug, () => ['oembed'])
    if (cached) return cached
    const [[row], [claimRow], [changed]] = await store.batchRead([
      articleRow(store, slug),
      claimRows(store, { slug, number: number ?? 0, sort: 'number', limit: 1 }),
      changedClaims(store, slug),
    ])
    const article = articleView(found(row, slug))
    if (number !== null && !claimRow) throw new Failure('not_found', `"${slug}" has no claim ${number}.`)
    const early = notModified(c, article.id, article.revision, 'oembed')
    if (early) return early
    const claim = claimRow && claimView(claimRow)
    const within = ({ width, height }: Size) => ({ width: Math.min(width, maxwidth), height: Math.min(height, maxheight) })
    const size = within(claim ? claimFrame(claim.changes) : storyFrame(changed?.count ?? 0))
    const title = claim ? (claim.humanLabel ?? claim.label) : (article.title ?? article.slug)
    const path = claim ? pageOf.embeddedClaim(article.slug, claim.number) : pageOf.embeddedStory(article.slug)
    return answerJson(c, {
      version: '1.0' as const,
      type: 'rich' as const,
      title,
      ...(article.publication !== null && { author_name: article.publication }),
      provider_name: 'Claimtrail',
      provider_url: `${origin}/`,
      ...size,
      html: frameOf({ address: origin + path, title, ...size }),
    })
  },
)
