import type { TrimRule } from './trim-rule.ts'

const LABEL =
  '(?:(?:(?:last|first) )?(?:published|updated|posted|modified|added)|(?:zuletzt )?(?:veröffentlicht|aktualisiert)|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt)'
const AGO =
  '\\d+\\s?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|years?) ago|just now|vor (?:\\d+|einer|einem) (?:sekunden?|minuten?|min\\.?|stunden?|std\\.?|tag(?:en)?|wochen?|monat(?:en)?)|il y a (?:\\d+|une?) (?:secondes?|minutes?|min|heures?|h|jours?|semaines?|mois)|hace (?:\\d+|una?) (?:segundos?|minutos?|min|horas?|h|días?|semanas?|mes(?:es)?)|(?:\\d+|una?|un’) ?(?:secondi?|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]) fa|(?:\\d+|een) (?:seconden?|minuten?|min|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?) geleden'
const COUNT =
  '[\\d.,]+\\s?[km]?\\s(?:views?|reads?|shares?|likes?|reactions?|people (?:are )?(?:reading|watching)(?: (?:this|now|this now))?|aufrufe|vues|vistas|visualizzazioni|weergaven)|\\d+[\\s-]?min(?:ute)?s?\\.? (?:read|de lectura|de lecture|di lettura|lesezeit|leestijd)|(?:reading|read) time:? \\d+\\s?min(?:ute)?s?|(?:lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|leestijd)\\s?:? \\d+\\s?min\\p{L}*'

const LINE = new RegExp(`^[\\s(*•|·—–-]*(?:${LABEL}\\s?:?\\s)?(?:${AGO}|${COUNT})[\\s)*•|·—–-]*$`, 'iu')

/** Lines that differ at each load: how long ago, how many views, how long it takes to read. */
export const counterLine: TrimRule = {
  name: 'counter-line',
  drops: ({ text }) => text.length < 80 && LINE.test(text),
}
