/** Feeds as rss-parser reads them: of each entry the title, the address of its page, the time and the content. */
import RssParser from 'rss-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

interface JsonFeed {
  readonly title: string
  readonly home_page_url: string
  readonly items: readonly Readonly<
    Record<'id' | 'url' | 'title' | 'summary' | 'content_html' | 'date_published' | 'external_url', string>
  >[]
}

describe.each([
  '/feeds/changes',
  '/feeds/changes?kind=softened,number_changed',
  '/feeds/search?q=passengers',
  '/feeds/articles/ferry',
  '/feeds/articles/ferry?zone=headline',
  '/feeds/articles/ferry/claims/2',
])('%s', (path) => {
  const named = (format: string) => path.replace(/(?=\?|$)/, `.${format}`)
  const parsed = async () => new RssParser().parseString(await (await well(stage.ask(named('atom')))).text())

  test('has its title, and the page that it is about', async () => {
    const { title, home_page_url } = await read<JsonFeed>(stage.ask, named('json'))
    expect(await parsed()).toMatchObject({ title, link: home_page_url, feedUrl: `http://localhost${named('atom')}` })
  })

  test('has the entries of the JSON Feed', async () => {
    const { items } = await read<JsonFeed>(stage.ask, named('json'))
    expect(items.length).toBeGreaterThan(0)
    // The lines of the XML are indented.
    const own = (await parsed()).items.map((item) => ({ ...item, content: item.content?.trim() }))
    expect(own).toEqual(
      items.map((item) =>
        expect.objectContaining({
          id: item.id,
          title: item.title,
          link: item.url,
          isoDate: new Date(item.date_published).toISOString(),
          summary: item.summary,
          content: item.content_html,
        }),
      ),
    )
  })

  test('leads to pages, and tells before and after without marks', async () => {
    for (const { link = '', contentSnippet = '', isoDate = '' } of (await parsed()).items) {
      expect(link).toMatch(/^http:\/\/localhost\/a\/(?:ferry|bridge)\b/)
      expect((await stage.ask(link.replace('http://localhost', ''))).headers.get('content-type')).toMatch(/^text\/html/)
      expect(contentSnippet).toMatch(/\w/)
      expect(contentSnippet).not.toMatch(/[<>]/)
      expect(isoDate).toMatch(/^2026-/)
    }
  })
})
