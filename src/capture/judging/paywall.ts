import { textOf } from '../document/text-of.ts'
import { firstMatch, type JudgingRule } from './judging-rule.ts'

/** A text of more words is the article, or most of it. */
const MOST_BODY = 250

const TIERS = /^(?:locked|paid|premium|subscriber|subscribers|plus|abo)$/i
const WALL =
  '[class*="paywall" i],[id*="paywall" i],[class*="regwall" i],[class*="subscriber-only" i],[class*="premium-content" i],[class*="piano-" i],[id*="piano" i],[class*="tp-container" i],[class*="zephr" i],[class*="poool" i],[class*="meter-wall" i],[class*="aboplus" i],[class*="paidcontent" i]'
const PHRASES: readonly RegExp[] = [
  /subscribe (?:now )?to (?:continue|keep|read|unlock|access)|to (?:continue|keep) reading|(?:already|are you) a (?:subscriber|member)\?|(?:this (?:article|story|content) is )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:paid )?subscribers(?: only)?|unlock this (?:article|story)|subscribers? only|(?:log|sign) in to (?:continue|read)|register to (?:continue|read)|free articles? (?:left|remaining|this month)|start your (?:free )?(?:trial|subscription)/i,
  /(?:jetzt (?:weiterlesen|abonnieren|testen|gratis testen)|weiterlesen mit|lesen sie (?:weiter|diesen artikel) mit|(?:bereits|schon) (?:abonnent|abonniert|registriert|kunde)|nur für abonnenten|exklusiv für abonnenten|diesen artikel (?:weiter)?lesen|artikel freischalten|anmelden und weiterlesen|mit .{0,20}abo (?:weiter)?lesen)/iu,
  /(?:(?:article )?réservé aux abonnés|il vous reste .{0,20} de cet article|abonnez-vous pour|déjà abonné|solo para suscriptores|contenido exclusivo para|ya eres suscriptor|suscríbete para|contenuto riservato|riservato agli abbonati|già abbonato|abbonati per|exclusivo para assinantes|já é assinante|assine para|alleen voor abonnees|al abonnee|voor abonnees|endast för prenumeranter|redan prenumerant|for abonnenter|vain tilaajille|artykuł dostępny (?:tylko )?dla|dla prenumeratorów|czytaj dalej z|wykup (?:dostęp|prenumerat)|dostęp .{0,30}prenumerat|доступно (?:только )?подписчикам|оформите подписку)/iu,
]

/** The beginning of an article whose rest is for subscribers. */
export const paywall: JudgingRule = {
  name: 'paywall',
  outcome: 'paywall',
  find: ({ facts, text, bodyWords }) => {
    if (bodyWords > MOST_BODY) return null
    const words = firstMatch(text, PHRASES)
    const closed = facts.objects.some(
      ({ isAccessibleForFree: free }) => free === false || (typeof free === 'string' && /^false$/i.test(free)),
    )
    const tier =
      facts.tags.get('article:content_tier') ?? facts.tags.get('content-tier') ?? facts.tags.get('article:content-tier') ?? ''
    if (closed || TIERS.test(tier)) return words ?? { text: closed ? 'isAccessibleForFree: false' : tier }
    const wall = [...facts.document.querySelectorAll(WALL)].find((element) => textOf(element).length > 20)
    return wall && words ? words : null
  },
}
