import { firstMatch, type JudgingRule } from './judging-rule.ts'

/** Above this the page has an article beside the mark, such as a script of the vendor that every page carries. */
const MOST_WORDS = 120

const MARKS: readonly RegExp[] = [
  /cf-browser-verification|jschl[_-](?:vc|answer)|_cf_chl_opt|__cf_chl_|cf-challenge|cf-captcha-container|challenges\.cloudflare\.com/i,
  /captcha-delivery\.com|datadome[^"']{0,40}captcha|var dd=\{/i,
  /_pxAppId|px-captcha|perimeterx|human-challenge/i,
  /distil_r_captcha|distil(?:Captcha|Unblock|Identification)|distil_r_blocked/i,
  /_Incapsula_Resource|incap_ses|imperva[^"']{0,60}(?:challenge|captcha)/i,
  /sec-if-cpt|bm-verify|akam[^"']{0,20}challenge|_sec\/cp_challenge|sec-cpt/i,
  /sucuri_cloudproxy_js|sucuri[^"']{0,40}captcha/i,
  /shieldsquare|perfdrive\.com/i,
  /gokuProps|awswaf[^"']{0,60}challenge|aws-waf-token/i,
  /bobcmn|TSPD_101|\/TSPD\//,
  /KPSDK|kasada/i,
  /ddos-guard[^"']{0,60}(?:check|js-challenge)|__ddg\d/i,
  /queue-it\.net|waiting ?room/i,
  /(?:g-recaptcha|h-captcha|cf-turnstile|frc-captcha|geetest)["' ]/i,
]

/** The mark of a vendor of challenges on a page with little text. */
export const botCheckMark: JudgingRule = {
  name: 'bot-check-mark',
  outcome: 'bot_check',
  find: ({ html, bodyWords, textWords }) => (bodyWords > MOST_WORDS || textWords > 500 ? null : firstMatch(html, MARKS)),
}
