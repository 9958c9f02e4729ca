/** Changing the metadata of an article: its title, its publication, its address, its slug. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { found } from '../../http/request/article-path.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { changeArticle } from '../../http/writes/change-article.ts'
import { newArticle } from '../../http/writes/new-article.ts'
import { type ArticleView, articleRow, articleView } from '../../store/read/articles.ts'
import { address } from '../addresses.ts'
import { answerForm, pageParams, renamedPage, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html } from '../markup.ts'
import { ARTICLE, METADATA } from '../words/editing-words.ts'
import { fieldsOf, form } from './fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from './submit.ts'

const FIELDS = { title: 'kept', publication: 'kept', url: 'text', slug: 'text' } as const
const SCOPE = 'archive:write'
const PATH = '/a/:slug/metadata'

/** /a/{slug}/metadata. */
export const metadataForm = new Hono<App>()
  .get(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const article = await articleOf(c, slug)
    const draft = blankDraft(valuesOf(article))
    return renamedPage(c, slug, article.slug) ?? answerForm(c, metadataPage(sessionOf(c), article.slug, draft))
  })
  .post(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const { done, before, draft } = await submitted(c, SMALL_FORM, async (values) => {
      const given = checked(z.strictObject(newArticle), objectOf(values, FIELDS), '')
      return changeArticle(c, slug, differences(given, valuesOf(await articleOf(c, slug))))
    })
    if (draft) return answerForm(c, metadataPage(sessionOf(c), slug, draft), draft.status)
    return seeOther(c, address.story(done?.slug ?? (before?.of === 'article' ? before.slug : slug)))
  })

/** Throws Failure not_found. */
async function articleOf({ var: { store } }: Context<App>, slug: string): Promise<ArticleView> {
  const [row] = await articleRow(store, slug)
  return articleView(found(row, slug))
}

type Given = z.output<z.ZodObject<typeof newArticle>>

const valuesOf = ({ title, publication, urls, slug }: ArticleView) => ({
  title: title ?? '',
  publication: publication ?? '',
  url: urls.at(-1)?.url ?? '',
  slug,
})

/** The fields that say something else than now; a form sends all. */
const differences = (given: Given, now: ReturnType<typeof valuesOf>): Given =>
  Object.fromEntries(Object.entries(given).filter(([name, value]) => (value ?? '') !== now[name as keyof typeof now]))

function metadataPage(session: Session, slug: string, draft: Draft): Page {
  const { text } = fieldsOf('metadata', draft)
  return {
    title: METADATA.title,
    about: METADATA.lede,
    path: address.metadata(slug),
    body: html`<p class="kicker"><a href="${address.story(slug)}">${slug}</a></p>
<h1>${METADATA.title}</h1>
<p class="lede">${METADATA.lede}</p>
${form({
  session,
  action: address.metadata(slug),
  draft,
  names: Object.keys(FIELDS),
  body: [
    text({ name: 'title', label: ARTICLE.name, hint: ARTICLE.nameHint }),
    text({ name: 'publication', label: ARTICLE.publication }),
    text({ name: 'url', label: ARTICLE.url, hint: METADATA.urlHint, type: 'url' }),
    text({ name: 'slug', label: ARTICLE.slug, hint: METADATA.slugHint }),
  ],
  button: METADATA.button,
})}`,
  }
}
