import { firstMatch, type JudgingRule } from './judging-rule.ts'

const MOST_BODY = 120

const HEADS: readonly RegExp[] = [
  /^(?:error )?(?:404|410)\b|\b(?:404|410)(?: error)?(?: page)?$|\berror 404\b|\b404 (?:error|page|not found)|^(?:http )?404\b/i,
  /\b(?:page|article|story|content|file|document|url|post|site)(?: you (?:requested|are looking for|were looking for))? (?:was |is |could |can )?(?:not |n['’]t |no longer |cannot be |not be )(?:be )?(?:found|exists?|available)|not found|nothing (?:was )?found|(?:can(?:no|')t|couldn['’]t|could not|unable to) find (?:the|that|this|your) (?:page|article|story)|page (?:is )?missing|(?:doesn['’]t|does not) exist|no longer (?:exists|available)|^oops\W|we['’]ve taken a wrong turn|page unavailable/i,
  /(?:seite|artikel|beitrag|inhalt)(?: wurde| konnte)?(?: leider)? nicht (?:gefunden|verfügbar|mehr)|nicht gefunden|page (?:introuvable|non trouvée)|cette page n['’]existe|página no encontrada|no (?:se ha )?encontrad[oa]|página não encontrada|pagina non trovata|pagina niet gevonden|sidan (?:kunde inte hittas|hittades inte)|siden (?:finnes|findes|ble) ikke|sivua ei löyt|nie znaleziono|strona nie istnieje|страница не (?:найдена|существует)|sayfa bulunamadı|stránka nenalezena|页面不存在|ページが見つかりません|찾을 수 없/iu,
]

const LINES: readonly RegExp[] = [
  /(?:page|article|story|url|item|content|link|address)[^.]{0,60}(?:(?:doesn['’]t|does not|no longer|not) exist|(?:could not|couldn['’]t|can['’]?t|cannot|not) be found|was not found|has been (?:moved|removed|deleted)|may have (?:been )?(?:moved|removed)|is no longer available)/i,
  /\b404\b[^.]{0,40}(?:not found|error)|(?:not found|error)[^.]{0,40}\b404\b|(?:can(?:no|')t|couldn['’]t|could not|unable to) find (?:the|that|this|what) (?:page|article|you)|\b404!/i,
  ...HEADS.slice(2),
]

/** Says that there is no such page, in its headline or in the few words that it has. */
export const soft404: JudgingRule = {
  name: 'soft-404',
  outcome: 'soft_404',
  find: ({ heads, read, bodyWords, textWords, text, facts }) => {
    if (bodyWords > MOST_BODY) return null
    const status = facts.tags.get('prerender-status-code')
    if (status === '404' || status === '410') return { text: status }
    // An article about such pages has a date.
    if (facts.article?.datePublished) return null
    for (const head of heads) {
      const found = head.length < 120 ? firstMatch(head, HEADS) : null
      if (found) return found
    }
    return firstMatch(textWords < 150 ? text : (read.body ?? ''), LINES)
  },
}
