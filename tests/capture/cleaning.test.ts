/** Each rule of cleaning: elements that are no part of an article, and elements that resemble them and are. */
import { describe, expect, test } from 'vitest'
import { boilerplateOf } from '../../src/capture/cleaning/boilerplate.ts'
import { pageWith } from './stage.ts'

/** Whether an element with `MARK` in its text is left after cleaning, and the rules that took something out. */
function cleaned(html: string) {
  const document = pageWith(html)
  const dropped = boilerplateOf(document)
  for (const { element } of dropped) element.remove()
  return { left: document.body.textContent?.includes('MARK') ?? false, rules: dropped.map(({ rule }) => rule.name) }
}

const LINE = 'MARK is a line of some length, so that it counts as running text on the page.'

const OUT: Record<string, readonly string[]> = {
  unseen: [
    `<p hidden>${LINE}</p>`,
    `<div style="display: none">${LINE}</div>`,
    `<div style="color:red;visibility:hidden">${LINE}</div>`,
    `<span class="sr-only">${LINE}</span>`,
    `<span class="screen-reader-text">${LINE}</span>`,
    `<p class="print-only">${LINE}</p>`,
  ],
  navigation: [
    `<nav>${LINE}</nav>`,
    `<footer>${LINE}</footer>`,
    `<div role="navigation">${LINE}</div>`,
    `<ul class="breadcrumb"><li>${LINE}</li></ul>`,
    `<div class="siteHeader">${LINE}</div>`,
    `<div id="sidebar">${LINE}</div>`,
    `<div class="toc">${LINE}</div>`,
  ],
  aside: [`<aside>${LINE}</aside>`],
  controls: [
    `<form><p>${LINE}</p></form>`,
    `<div class="share-bar">${LINE}</div>`,
    `<div class="article__social-links">${LINE}</div>`,
    `<div class="addthis_toolbox addthis">${LINE}</div>`,
    `<div data-component="share">${LINE}</div>`,
  ],
  caption: [
    `<figure><img alt=""><p>${LINE}</p></figure>`,
    `<figcaption>${LINE}</figcaption>`,
    `<p class="wp-caption-text">${LINE}</p>`,
    `<span class="imageCredit credit">${LINE}</span>`,
    `<div class="bildunterschrift">${LINE}</div>`,
    `<div class="photo-gallery">${LINE}</div>`,
  ],
  byline: [
    `<p class="byline">${LINE}</p>`,
    `<div class="author-bio">${LINE}</div>`,
    `<time>${LINE}</time>`,
    `<div class="entry-meta">${LINE}</div>`,
  ],
  related: [
    `<div class="related-posts"><a href="/x">${LINE}</a></div>`,
    `<section class="readMore"><a href="/x">${LINE}</a></section>`,
    `<div class="widget"><a href="/x">${LINE}</a></div>`,
    `<ul class="most-read"><li><a href="/x">${LINE}</a></li></ul>`,
    `<a href="/x"><div class="teaser">${LINE}</div></a>`,
  ],
  newsletter: [
    `<div class="newsletter-signup">${LINE}</div>`,
    `<div class="donate">${LINE}</div>`,
    `<div id="subscribe-box">${LINE}</div>`,
  ],
  comments: [
    `<div id="comments">${LINE}</div>`,
    `<ol class="comment-list"><li>${LINE}</li></ol>`,
    `<div id="disqus_thread">${LINE}</div>`,
  ],
  consent: [
    `<div id="onetrust-banner-sdk">${LINE}</div>`,
    `<div class="cookie-notice">${LINE}</div>`,
    `<div class="modal">${LINE}</div>`,
  ],
  advertisement: [
    `<div class="ad">${LINE}</div>`,
    `<div class="ad-top">${LINE}</div>`,
    `<div class="sponsored">${LINE}</div>`,
    `<div class="anzeige">${LINE}</div>`,
  ],
  topics: [`<div class="tags">${LINE}</div>`, `<ul class="post-tags"><li>${LINE}</li></ul>`],
}

const IN: Record<string, readonly string[]> = {
  unseen: [`<p style="display: block">${LINE}</p>`, `<p class="hiddenGem">${LINE}</p>`],
  navigation: [
    `<p class="navigator">${LINE}</p>`,
    `<h2 id="nav_what_changes">${LINE}</h2>`,
    `<div id="TOC_TITLE_1">${LINE}</div>`,
  ],
  aside: [`<section>${LINE}</section>`],
  controls: [`<p class="shareholder">${LINE}</p>`, `<h2 class="helper-share">${LINE}</h2>`],
  caption: [
    `<figure><table><tr><td>${LINE}</td></tr></table></figure>`,
    `<figure><blockquote>${LINE}</blockquote></figure>`,
    `<p class="legendary">${LINE}</p>`,
  ],
  byline: [`<p class="authority">${LINE}</p>`],
  related: [`<p class="article-teaser">${LINE}</p>`, `<div class="elementor-widget-text"><a href="/x">x</a>${LINE}</div>`],
  newsletter: [`<p class="subscribed">${LINE}</p>`],
  comments: [`<p class="commented">${LINE}</p>`],
  consent: [`<div class="cmp-text">${LINE}</div>`],
  advertisement: [
    `<p class="roads">${LINE}</p>`,
    `<p id="block-x1AdJl">${LINE}</p>`,
    `<p class="Section--Ads-free">${LINE}</p>`,
  ],
  topics: [`<p class="stage">${LINE}</p>`],
}

describe.each(Object.entries(OUT))('%s takes out', (rule, pages) => {
  test.each(pages)('%s', (html) => expect(cleaned(html)).toEqual({ left: false, rules: [rule] }))
})

describe.each(Object.entries(IN))('%s leaves', (_, pages) => {
  test.each(pages)('%s', (html) => expect(cleaned(html).left).toBe(true))
})

test('corrections and notes of the editor stay, whatever holds them', () => {
  for (const html of [
    '<aside><p>Correction: MARK the fares rise by 12 percent and not by 21, as was written here.</p></aside>',
    '<footer class="correction"><p>MARK the fares rise by 12 percent and not by 21 percent.</p></footer>',
    '<div class="related"><p>Editor’s note: MARK this article has been updated with a statement.</p><a href="/x">More</a></div>',
    '<aside>Anmerkung der Redaktion: MARK In einer früheren Fassung stand eine falsche Zahl.</aside>',
  ]) {
    expect(cleaned(html).left).toBe(true)
  }
})

test('what holds most of the text of a page stays, by whatever name', () => {
  const long = `${LINE} `.repeat(40)
  expect(cleaned(`<div class="newsletter-page">${long}</div>`).left).toBe(true)
  expect(cleaned(`<div class="modal sidebar">${long}</div>`).left).toBe(true)
})

test('elements of one name are taken out all or not at all', () => {
  const sections = `<section class="report sponsored"><p>${`${LINE} `.repeat(4)}</p></section>`.repeat(6)
  expect(cleaned(sections).left).toBe(true)
})
