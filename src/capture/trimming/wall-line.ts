import type { TrimRule } from './trim-rule.ts'

const WALL =
  /(?:article réservé aux abonnés|il vous reste .{0,20} (?:de cet article|à lire)|votre abonnement n['’]autorise|la suite est réservée|pozostało jeszcze \d+|dalszy ciąg .{0,40}(?:dostępn|subskryb)|already a subscriber|already have an account|subscribe to (?:continue|read|unlock|keep)|log in for (?:immediate )?access|to (?:continue|keep) reading|this (?:article|content) is (?:for|available to) subscribers|for subscribers only|unlock this (?:article|story)|jetzt weiterlesen|weiterlesen mit|diesen artikel weiterlesen|bereits abonnent|nur für abonnenten|mit .{0,20}abo(?:nnement)? weiterlesen|solo para suscriptores|ya eres suscriptor|riservato agli abbonati|exclusivo para assinantes|alleen voor abonnees)/iu

const LONGEST = 250

/** The line that closes an article to those who do not pay. */
export const wallLine: TrimRule = { name: 'wall-line', drops: ({ text }) => text.length < LONGEST && WALL.test(text) }
