import { firstMatch, type JudgingRule } from './judging-rule.ts'

const MOST_WORDS = 600
const MOST_BODY = 300

const ADDRESS =
  /^https?:\/\/(?:consent|cmp|privacy|guce|gdpr)\.|\/(?:consent|privacy-?wall|cookie-?wall|collectConsent|tcf)(?:[/?.]|$)/i
const MARKS =
  /sp_message_container|sourcepoint|privacy-mgmt\.com|didomi-(?:popup|notice|host)|onetrust-(?:banner|consent|pc)|qc-cmp2|usercentrics|consentmanager|iubenda-cs|truste-consent|fc-consent-root|cmpbox|trustarc|Cookiebot/i
const PHRASES: readonly RegExp[] = [
  /before you continue to|(?:we|and our) (?:\d+ )?(?:and our )?(?:\d+ )?partners (?:need your consent|store|use|process)|(?:need|give|manage|withdraw|revoke) your (?:consent|privacy (?:choices|settings|preferences))|(?:accept|reject|agree to) (?:all )?(?:cookies|and (?:continue|close))|we (?:value|respect|care about) your privacy|your privacy (?:choices|matters|is important)|(?:with|accept) (?:advertising|ads) (?:and|or) (?:tracking|cookies)/i,
  /(?:wir und unsere (?:\d+ )?partner|mit werbung (?:und|weiter)|zustimmen und weiter|alle akzeptieren|ihre privatsphäre|cookies akzeptieren|werbefrei|nous et nos (?:\d+ )?partenaires|accepter et (?:fermer|continuer)|continuer sans accepter|votre vie privée|nosotros y nuestros socios|aceptar (?:y continuar|todo)|noi e i nostri (?:\d+ )?partner|accetta (?:e continua|tutti)|wij en onze partners|accepteren en|aceitar e continuar|akceptuj[eę])/iu,
]

/** A question about cookies in place of the article. */
export const consentWall: JudgingRule = {
  name: 'consent-wall',
  outcome: 'consent_wall',
  find: ({ html, heads, text, textWords, bodyWords, facts }) => {
    if (textWords > MOST_WORDS || bodyWords > MOST_BODY) return null
    const words = firstMatch([...heads, text].join(' ¶ '), PHRASES)
    if (ADDRESS.test(facts.url)) return words ?? { text: null }
    if (textWords > 350 || facts.article) return null
    return words && (MARKS.test(html) || bodyWords < 250) ? words : null
  },
}
