import { firstMatch, type JudgingRule } from './judging-rule.ts'

const MOST_BODY = 30
const MOST_TEXT = 60
const NOTHING = 5

const NO_SCRIPT: readonly RegExp[] = [
  /(?:enable|activate|turn on|requires?|need|without|supports?) (?:your )?java ?script|java ?script (?:is|must be|to be|wird|doit|est)/i,
  /java ?script (?:aktivieren|eingeschaltet)|activer java ?script|activ(?:ar|e) java ?script|abilita(?:re)? java ?script/i,
]
const ROOT =
  /<(?:div|main|section)[^>]*\bid=["']?(?:root|app|__next|__nuxt|app-root|gatsby-|svelte|react-root|mount|main-app|ember)[^>]*>\s*(?:<\/div>|<!--)|<app-root|<my-app|ng-app=|<[a-z]+-app[\s>]/i

/** A page that a script has yet to fill. */
export const emptyShell: JudgingRule = {
  name: 'empty-shell',
  outcome: 'empty_shell',
  find: ({ html, facts, bodyWords, textWords, text }) => {
    if (bodyWords > MOST_BODY || textWords > MOST_TEXT) return null
    if (facts.document.querySelector('input[type="password"],input[type="email"]')) return null
    if (textWords <= NOTHING) return { text: text || null }
    const told = firstMatch(
      [...facts.document.querySelectorAll('noscript')].map((element) => element.textContent).join(' '),
      NO_SCRIPT,
    )
    if (told) return told
    if (ROOT.test(html)) return { text: null }
    return /<script/i.test(html) ? { text: text.slice(0, 200) || null } : null
  },
}
