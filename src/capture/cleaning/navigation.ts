import { wholeNamesPattern, wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const TAGS = new Set(['nav', 'footer', 'menu'])
const ROLES = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|dialog|alertdialog|toolbar|tablist)$/
const NAMES = wordsPattern(
  (
    'nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager page-links masthead site-header site-footer global-header page-header footer topbar ' +
    'skip-link skiplink sidebar side-bar sitemap table-of-contents ticker flyout mega-menu offcanvas back-to-top scroll-top next-post prev-post post-navigation'
  ).split(' '),
)

const WHOLE = wholeNamesPattern(['toc'])

/** Menus, breadcrumbs, sidebars, heads and feet of the page. */
export const navigation: CleaningRule = {
  name: 'navigation',
  drops: ({ element, tag, names }) =>
    TAGS.has(tag) || ROLES.test(element.getAttribute('role') ?? '') || NAMES.test(names) || WHOLE.test(names),
}
