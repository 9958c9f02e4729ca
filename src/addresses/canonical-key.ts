/**
 * The canonical key of a web address: the addresses under which a site shows the same page have one key. It is for comparing only and
 * leads nowhere by itself.
 */

/** Names before a host at which sites show the same pages: the web's own, mobile pages, and AMP. */
const SAME_SITE = /^(?:www\d?|m|mobile|amp)\./

/** Parameters that trace where a reader came from and change nothing of the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ito|cmpid|ncid|smid|taid|xtor|at_(?:medium|campaign|custom\d|link_\w+|bbc_team|format|ptr_name)|ns_(?:campaign|mchannel|source|linkname|fee)|ocid|partner|cmp|mkt_tok|_hsenc|_hsmi|s_cid|wt_mc|vero_id|__twitter_impression|guccounter|guce_\w+)$/i

/** Parameters that ask for the AMP page. */
const AMP = /^(?:amp|outputtype)$/i

/** The address on the publisher's site of an AMP page in a cache ("…cdn.ampproject.org/c/s/…", "google.com/amp/s/…"). */
function outOfCache(url: URL): URL {
  const cached = /\.cdn\.ampproject\.org$/.test(url.hostname)
    ? /^\/(?:c|v|wp\/s?)\/(s\/)?(.+)$/.exec(url.pathname)
    : /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname)
      ? /^\/amp\/(s\/)?(.+)$/.exec(url.pathname)
      : null
  const address = cached ? `${cached[1] ? 'https' : 'http'}://${cached[2]}${url.search}` : ''
  return cached && URL.canParse(address) ? new URL(address) : url
}

/** The path without the ending that asks for the AMP page, a doubled slash, and a slash at its end. */
function pathOf({ pathname }: URL): string {
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/(?:amp|amp\.html)\/?$/, '/')
  return path.replace(/\.amp(?=(?:\.html?)?$)/, '').replace(/\/(?:index\.(?:html?|php))?$/, '')
}

/** The query in the order of its parameters' names, without those that trace or ask for AMP: the rest names the page. */
function queryOf(url: URL): string {
  const kept = [...url.searchParams].filter(
    ([name, value]) => !TRACKING.test(name) && !(AMP.test(name) && /^(?:1|amp|true|)$/i.test(value)),
  )
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

/**
 * The key of an address: without scheme, default port, "www." and hosts of mobile and AMP pages, fragment and tracking parameters,
 * with the rest of the query in order. A fragment that names a page ("#!/…") stays. Null: it is no address of the web.
 */
export function canonicalKey(address: string): string | null {
  const parsed = URL.parse(address)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null
  const url = outOfCache(parsed)
  const host = url.hostname.replace(/\.+$/, '').replace(SAME_SITE, (prefix, _at, whole: string) =>
    // "m.com" and "amp.dev" are sites of their own.
    whole.slice(prefix.length).includes('.') ? '' : prefix,
  )
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
  const fragment = url.hash.startsWith('#!') ? url.hash : ''
  return `${host}${port}${pathOf(url)}${queryOf(url)}${fragment}`
}
