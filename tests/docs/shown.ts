/**
 * Answers as the documentation shows them, cut short: `…` stands for more fields of an object, for any elements of a list, for a
 * value, or for any part of a string. Every shown part has to be there; without `…` an object or a list is shown whole.
 */

const MORE = '…'

/** The JSON of a shown answer, each `…` outside a string written as a string. */
export function parseShown(text: string): unknown {
  let json = ''
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|…|[\s\S]/g)) {
    if (token !== MORE) json += token
    else json += isKey(json) ? `"${MORE}":"${MORE}"` : `"${MORE}"`
  }
  return JSON.parse(json)
}

/** Whether a field of an object begins behind `json`. */
function isKey(json: string): boolean {
  const open: string[] = []
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') open.push(token)
    else if (token === '}' || token === ']') open.pop()
  }
  return open.at(-1) === '{' && !/:\s*$/.test(json)
}

/** The differences of an actual value from a shown one. */
export function faultsIn(shown: unknown, actual: unknown, at = '$'): string[] {
  if (shown === MORE) return actual === undefined ? [`${at}: is not there`] : []
  if (typeof shown === 'string' && typeof actual === 'string') {
    return matches(shown, actual) ? [] : [`${at}: "${actual}" is not "${shown}"`]
  }
  if (Array.isArray(shown)) return Array.isArray(actual) ? listFaults(shown, actual, at) : [`${at}: is no list`]
  if (isObject(shown)) return isObject(actual) ? objectFaults(shown, actual, at) : [`${at}: is no object`]
  return Object.is(shown, actual) ? [] : [`${at}: ${JSON.stringify(actual)} is not ${JSON.stringify(shown)}`]
}

/** Lines as they are shown, a line `…` standing for any lines. */
export function lineFaults(shown: string, actual: string): string[] {
  return listFaults(shown.trimEnd().split('\n'), actual.trimEnd().split('\n'), 'lines')
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function matches(shown: string, actual: string): boolean {
  const parts = shown.split(MORE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`).test(actual)
}

function objectFaults(shown: Record<string, unknown>, actual: Record<string, unknown>, at: string): string[] {
  const { [MORE]: more, ...fields } = shown
  const faults = Object.entries(fields).flatMap(([name, value]) => faultsIn(value, actual[name], `${at}.${name}`))
  const hidden = Object.keys(actual).filter((name) => !(name in fields))
  if (more === undefined && hidden.length > 0) faults.push(`${at}: has ${hidden.join(', ')} too, and no … stands for it`)
  if (more !== undefined && hidden.length === 0) faults.push(`${at}: has nothing more for … to stand for`)
  return faults
}

function listFaults(shown: readonly unknown[], actual: readonly unknown[], at: string): string[] {
  if (!shown.includes(MORE)) {
    if (shown.length !== actual.length) return [`${at}: has ${actual.length} elements, not ${shown.length}`]
    return shown.flatMap((value, i) => faultsIn(value, actual[i], `${at}[${i}]`))
  }
  return isList(shown, actual) ? [] : [`${at}: has not the elements ${JSON.stringify(shown)} among ${JSON.stringify(actual)}`]
}

/** Whether a list is as shown, `…` standing for any elements, or none. */
function isList([first, ...shown]: readonly unknown[], actual: readonly unknown[]): boolean {
  if (first === undefined) return actual.length === 0
  if (first === MORE) return actual.some((_, i) => isList(shown, actual.slice(i))) || isList(shown, [])
  return actual.length > 0 && faultsIn(first, actual[0]).length === 0 && isList(shown, actual.slice(1))
}
