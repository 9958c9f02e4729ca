/** Reads what can be read of linked data that is no JSON: quotation marks inside a text, single ones around it, a bracket too many. */

const FIELDS = ['headline', 'datePublished', 'dateModified', 'dateCreated']

/** The article that the source describes, with its headline, times and author, each as the source names it first; null where it describes none. */
export function salvagedArticle(source: string): Readonly<Record<string, unknown>> | null {
  const type = textBehind(source, '@type')
  const fields = FIELDS.flatMap((field) => {
    const value = textBehind(source, field)
    return value === null ? [] : [[field, value]]
  })
  const author = /["']author["']\s*:\s*\[?\s*\{[^{}]*?["']name["']\s*:\s*("[^"\n]*"|'[^'\n]*')/.exec(source)?.[1]?.slice(1, -1)
  if (type === null || fields.length === 0) return null
  return { '@type': type, ...Object.fromEntries(fields), ...(author ? { author: { name: author } } : {}) }
}

/** The text behind a name, up to the quotation mark that ends it: one before a comma, a bracket or the end of its line. */
function textBehind(source: string, name: string): string | null {
  const match = new RegExp(`["']${name}["']\\s*:\\s*(["'])(.*?)\\1\\s*(?:[,}\\]\\n]|$)`).exec(source)
  return match?.[2]?.replace(/\\(["'/])/g, '$1').trim() || null
}
