/** robots.txt (RFC 9309): which pages of a host a crawler may read, and how fast. */
import robotsParser from 'robots-parser'
import { type Get, readStart } from './get.ts'

/** The product token by which robots.txt addresses this crawler. */
export const PRODUCT = 'Claimtrail'
/** How much of a robots.txt is read, in bytes (RFC 9309, section 2.5). */
const MOST_RULES = 500 * 1024
/** The most redirects that are followed (RFC 9309, section 2.3.1.2). */
const MOST_REDIRECTS = 5
const PATIENCE = 10_000

/** The rules of a host: the text of its robots.txt, '' for none, null where the host did not answer: then nothing may be read. */
export type Rules = string | null

/** Reads the rules of the host of `url`. Never throws. */
export async function readRules(
  get: Get,
  url: string,
  { userAgent, mayAsk }: { readonly userAgent: string; readonly mayAsk: (url: string) => boolean },
): Promise<Rules> {
  let address = new URL('/robots.txt', url).href
  const signal = AbortSignal.timeout(PATIENCE)
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      if (!mayAsk(address)) return ''
      const { status, headers, body } = await get(address, {
        headers: { Accept: 'text/plain', 'User-Agent': userAgent },
        signal,
      })
      const location = headers.get('location')
      if (status >= 300 && status < 400 && location !== null) {
        await body?.cancel().catch(() => {})
        address = new URL(location, address).href
        continue
      }
      if (status >= 500 || status === 429) return null
      if (status >= 400) return ''
      const { bytes, isWhole } = await readStart(body, MOST_RULES)
      const rules = new TextDecoder().decode(bytes)
      // A line that is cut may be another rule.
      return isWhole ? rules : rules.replace(/[^\r\n]*$/, '')
    }
    return ''
  } catch {
    return null
  }
}

/** Whether the rules let this crawler read `url`. */
export function mayRead(rules: Rules, url: string): boolean {
  return rules !== null && (rules === '' || robotsParser(url, rules).isAllowed(url, PRODUCT) !== false)
}

/** The pause that the rules ask for between two requests, in seconds; 0: none. */
export function crawlDelay(rules: Rules, url: string): number {
  return (rules && robotsParser(url, rules).getCrawlDelay(PRODUCT)) || 0
}
