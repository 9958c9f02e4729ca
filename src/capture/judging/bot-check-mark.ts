import { firstMatch, type JudgingRule } from './judging-rule.ts'

/** Above this the page has an article beside the mark. */
const MOST_BODY = 120
const MOST_WORDS = 500

/** Marks that only challenges have. */
const CHALLENGES: readonly RegExp[] = [
  /cf-browser-verification|jschl[_-](?:vc|answer)|_cf_chl_opt|__cf_chl_|cf-captcha-container|id="challenge-(?:form|running|stage)"/i,
  /captcha-delivery\.com|var dd=\{/i,
  /px-captcha|human-challenge/i,
  /distil_r_captcha|distil(?:Captcha|Unblock|Identification)|distil_r_blocked/i,
  /sec-if-cpt|bm-verify|_sec\/cp_challenge|sec-cpt/i,
  /sucuri_cloudproxy_js|sucuri[^"']{0,40}captcha/i,
  /shieldsquare|perfdrive\.com/i,
  /gokuProps|awswaf[^"']{0,60}challenge/i,
  /bobcmn|TSPD_101/,
  /ddos-guard[^"']{0,60}(?:check|js-challenge)/i,
  /waiting ?room/i,
]

/** A page with so few words shows nothing but what the scripts below put there. */
const NOTHING = 25

/** Scripts that a vendor puts into every page of a site. */
const SCRIPTS: readonly RegExp[] = [
  /_Incapsula_Resource|incap_ses/i,
  /_pxAppId|perimeterx/i,
  /datadome/i,
  /challenges\.cloudflare\.com|cdn-cgi\/challenge-platform/i,
  /aws-waf-token|KPSDK|kasada|__ddg\d|queue-it\.net/i,
]

/** The mark of a vendor of challenges on a page with little text. */
export const botCheckMark: JudgingRule = {
  name: 'bot-check-mark',
  outcome: 'bot_check',
  find: ({ html, bodyWords, textWords }) => {
    if (bodyWords > MOST_BODY || textWords > MOST_WORDS) return null
    return firstMatch(html, CHALLENGES) ?? (textWords <= NOTHING ? firstMatch(html, SCRIPTS) : null)
  },
}
