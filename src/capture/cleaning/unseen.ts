import type { CleaningRule } from './cleaning-rule.ts'

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const NAMES =
  /[ -](?:sr-only|visually-hidden|visuallyhidden|screen-reader(?:-text)?|screenreader|print-only|only-print|hidden-print|hide-text|element-invisible|assistive)(?=[ -])/

/** Text that no reader sees: labels for screen readers, what is shown only in print, hidden elements. */
export const unseen: CleaningRule = {
  name: 'unseen',
  most: 0.5,
  drops: ({ element, names }) =>
    element.hasAttribute('hidden') || HIDING.test(element.getAttribute('style') ?? '') || NAMES.test(names),
}
