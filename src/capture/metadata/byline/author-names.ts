/** Cuts lines with authors into names. */
import { decoded } from '../../document/meta-tags.ts'
import { oneLine } from '../../document/text-of.ts'
import { datesIn } from '../date-text.ts'

/** A person has a name of several words; an account or a first name is one word; the rest are bodies. */
export type NameKind = 'person' | 'account' | 'body'

const BY =
  /^(?:(?:written|posted|published|reported|reporting|report|story|words|text|article|edited|geschrieben|verfasst|ein (?:artikel|beitrag|kommentar|gastbeitrag)|kommentar|analyse|interview|écrit|publié|un article|propos recueillis|escrito|publicado|redactado|scritto|pubblicato|a cura|articolo|geschreven|gepost|skrevet|skriven) )?(?:(?:by|von|par|por|da|di|door|av|af|tekst|text|autor(?:in|es|en|a|as)?|author|auteur|redactor|yazan|автор)(?:\s*[:：]\s*|\s+)|(?:words|texte|texto|testo|autorin\/autor|autor:in|authors|auteurs|auteure|autore|autrice|autori|redaktion|redakcja|redacteur|redactie|verslaggever|reporter|journalist|journaliste|giornalista|periodista|yazar|авторы|текст|szerző|írta|συντάκτης|kirjoittaja|toimittaja|teksti|forfatter|författare|skribent|opracował[ao]?|napisał[ao]?|piše|autoři|מאת|بقلم|كتبه?|文|記者|取材・文)\s*[:：=＝]\s*)/iu

const SEPARATORS = /\s*(?:[,;|•·\n/]|\s(?:and|und|et|y|e|og|och|en|ja|i|a|и|та|és|ve|và|και|&|with|mit)\s)\s*/i

/** Words of links and labels beside names. */
const LABELS =
  /\b(?:view|posts|more|follow|articles?|see|read|profile|get|rss|feed|author|authors|share|twitter|facebook|email|e-mail|show|alle|zeige|beiträge|artikel|photo|foto|fotos|bild|quelle|posted|published|updated|veröffentlicht|aktualisiert|gesponserte|comments?|kommentare|min(?:ute)?s?|read|edited|designed|revised|login|subscribe|newsletter|copyright|contact|last|first|home|page|menu|search)\b/iu

const BODIES =
  /\b(?:redaktion|redaction|redacción|redazione|editorial|news|nachrichten|staff|desk|team|press|presse|agency|agencies|agence|agencia|agentur(?:en)?|reuters|afp|dpa|apa|efe|ansa|sda|media|medien|magazin|magazine|online|tv|fernsehen|radio|e\.\s?v|gmbh|ag|inc|ltd|llc|verlag|verband|institut(?:e|ion)?|universit[yä]t?|foundation|stiftung|zeitung|times|post|society|association|center|centre|department|ministry|deutschland|reporter|correspondent|writer|editors?|admin(?:istrator)?|super ?user|webmaster|wordpress\w*|guest|contributor|board|gemeinde|amt|pressestelle|club|kirche|bank|group|gruppe)\b|\.(?:com|de|org|net|at|ch|fr|it|es|uk)\b/iu

/** The kind of a name, null if it is none. */
export function nameKind(name: string): NameKind | null {
  if (/https?:|www\.|@|[{}<>\\=]/.test(name) || !/\p{L}{2}/u.test(name) || name.length > 80 || LABELS.test(name)) return null
  const words = name.split(/\s+/)
  if (words.length > 8) return null
  if (BODIES.test(name)) return 'body'
  if (words.length === 1) return 'account'
  if (/\d/.test(name) || words.length > 6) return null
  const particles =
    /^(?:von|van|vom|der|den|de|del|della|di|da|das|do|dos|du|la|le|el|al|bin|ibn|zu|zur|ter|ten|te|y|e|i|of|af|av|st\.?|jr\.?|mc|\p{Lu}.*|\p{Lo}.*|['’].*)$/u
  return words.every((word) => particles.test(word)) && /^[\p{Lu}\p{Lo}]/u.test(words[0] ?? '') ? 'person' : null
}

/** Longer lines are no bylines. */
const LONGEST = 2_000

/** The names in a line, without "By", dates, and what stands in brackets. */
export function namesIn(line: string): string[] {
  if (line.length > LONGEST) return []
  let text = oneLine(decoded(line))
  if (/https?:|www\./.test(text)) return []
  const [date] = datesIn(text)
  if (date) text = date.start > 2 ? text.slice(0, date.start) : text.slice(date.end)
  text = text
    .replace(/\s*\([^)]*\)/g, ' ')
    .replace(/\b(?:on|am|vom|le|el|il|updated|published|posted|aktualisiert|veröffentlicht|stand)\s*:?\s*$/iu, '')
  return text.split(SEPARATORS).flatMap((part) => {
    const name = withoutBy(part)
    return name ? [name] : []
  })
}

function withoutBy(part: string): string {
  const name = oneLine(part).replace(BY, '').replace(BY, '')
  return name
    .replace(/^[\s:–—-]+|[\s:–—→-]+$/g, '')
    .replace(/\s[–—-]\s.*$/, '')
    .replace(/^(?:by|von|par|por)$/i, '')
}

/** Whether a line begins with a word that announces its author. */
export const saysBy = (line: string): boolean => BY.test(line)

/** Whether a line is the name of a person and nothing else: two to four words with a capital each. */
export function isNameAlone(line: string): boolean {
  const words = line.split(/\s+/)
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    /^[\p{L}\s.'’-]+$/u.test(line) &&
    words.every((word) => /^\p{Lu}\p{L}*[\p{Ll}.]/u.test(word)) &&
    nameKind(line) === 'person'
  )
}

const LABEL =
  /^(?:by|von|par|por|door|(?:written|posted|published|story|words|text) by|geschrieben von|escrito por|autor(?:in|en|es|a|as)?|autorin\/autor|authors?|auteurs?|autore|texte?|texto|words|автор|текст)\s*:?$/iu

/** The lines, with a label that stands alone joined to the line behind it. */
export const withLabels = (lines: readonly string[]): string[] =>
  lines.map((line, index) => (LABEL.test(line) ? `${line.replace(/\s*:$/, '')}: ${lines[index + 1] ?? ''}` : line))
