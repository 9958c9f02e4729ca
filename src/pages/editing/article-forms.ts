/** Adding an article, and adding a version by pasting its text. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requires } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { newArticle, recordArticle } from '../../http/writes/new-article.ts'
import { aboutOf, newVersion, recordVersion } from '../../http/writes/new-version.ts'
import type { About } from '../../store/idempotency.ts'
import { address } from '../addresses.ts'
import { answerForm, pageParams, pageQuery, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, NONE } from '../markup.ts'
import { ARTICLE, VERSION } from '../words/editing-words.ts'
import { fieldsOf, form } from './fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from './submit.ts'

const ARTICLE_FIELDS = { title: 'text', publication: 'text', url: 'text', slug: 'text' } as const
const VERSION_FIELDS = {
  title: 'kept',
  byline: 'text',
  body: 'kept',
  url: 'text',
  captured_at: 'text',
  published_at: 'text',
  modified_at: 'text',
} as const

/** Percent-encoding makes at most nine bytes of three. */
const TEXT_FORM = 3 * 1024 * 1024

const SCOPE = 'archive:write'

/** /new and /a/{slug}/new. */
export const articleForms = new Hono<App>()
  .get('/new', requires(SCOPE), (c) => answerForm(c, articlePage(sessionOf(c), blankDraft(pageQuery(c, prefilled)))))
  .post('/new', requires(SCOPE), async (c) => {
    const { done, before, draft } = await submitted(c, SMALL_FORM, (values) =>
      recordArticle(c, checked(z.strictObject(newArticle), objectOf(values, ARTICLE_FIELDS), '')),
    )
    if (draft) return answerForm(c, articlePage(sessionOf(c), draft), draft.status)
    return seeOther(c, leadsTo(done ? { of: 'article', slug: done.slug } : before))
  })
  .get('/a/:slug/new', requires(SCOPE), (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const { seen } = pageQuery(c, { seen: ordinal.optional() })
    return answerForm(c, versionPage(sessionOf(c), slug, blankDraft(), seen))
  })
  .post('/a/:slug/new', requires(SCOPE), async (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const { done, before, draft } = await submitted(c, TEXT_FORM, (values) =>
      recordVersion(c, slug, checked(z.strictObject(newVersion), objectOf(values, VERSION_FIELDS), '')),
    )
    if (draft) return answerForm(c, versionPage(sessionOf(c), slug, draft), draft.status)
    return seeOther(c, leadsTo(done ? aboutOf(done) : before))
  })

/** The page that follows a write. */
function leadsTo(about: About): string {
  switch (about.of) {
    case 'article':
      return address.newVersion(about.slug)
    case 'version':
      return address.version(about.slug, about.number)
    case 'check':
      return address.newVersion(about.slug, { seen: about.number })
    default:
      return address.front()
  }
}

/** The fields that a link may fill in. */
const prefilled = { url: z.string().max(2000).default(''), title: z.string().max(500).default('') }

function articlePage(session: Session, draft: Draft): Page {
  const { text } = fieldsOf('article', draft)
  return {
    title: ARTICLE.title,
    about: ARTICLE.lede,
    path: address.newArticle(),
    body: html`<h1>${ARTICLE.title}</h1>
<p class="lede">${ARTICLE.lede}</p>
${form({
  session,
  action: address.newArticle(),
  draft,
  names: Object.keys(ARTICLE_FIELDS),
  body: [
    text({ name: 'title', label: ARTICLE.name, hint: ARTICLE.nameHint }),
    text({ name: 'publication', label: ARTICLE.publication }),
    text({ name: 'url', label: ARTICLE.url, type: 'url' }),
    text({ name: 'slug', label: ARTICLE.slug, hint: ARTICLE.slugHint }),
  ],
  button: ARTICLE.button,
})}`,
  }
}

/** `seen`: the version whose text was sent again. */
function versionPage(session: Session, slug: string, draft: Draft, seen?: number): Page {
  const { text, area } = fieldsOf('version', draft)
  const time = (name: string, label: string, hint?: string) =>
    text({ name, label, type: 'datetime-local', ...(hint !== undefined && { hint }) })
  return {
    title: VERSION.title,
    about: VERSION.lede,
    path: address.newVersion(slug),
    body: html`<p class="kicker"><a href="${address.story(slug)}">${slug}</a></p>
<h1>${VERSION.title}</h1>
<p class="lede">${VERSION.lede}</p>
${seen === undefined ? NONE : html`<p class="noticed" role="status"><b>${VERSION.unchanged(seen)}</b> <a href="${address.version(slug, seen)}">${address.version(slug, seen)}</a></p>`}
${form({
  session,
  action: address.newVersion(slug),
  draft,
  names: Object.keys(VERSION_FIELDS),
  body: [
    text({ name: 'title', label: VERSION.headline }),
    text({ name: 'byline', label: VERSION.byline }),
    area({ name: 'body', label: VERSION.body, hint: VERSION.bodyHint, required: true, rows: 18 }),
    text({ name: 'url', label: VERSION.url, type: 'url' }),
    time('captured_at', VERSION.captured, VERSION.capturedHint),
    time('published_at', VERSION.published),
    time('modified_at', VERSION.modified),
  ],
  button: VERSION.button,
})}`,
  }
}
