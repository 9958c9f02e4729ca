/** Reads a `curl` command of the documentation as the request that it sends. */

export interface Request {
  readonly path: string
  readonly init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string }
}

export const HOST = 'http://127.0.0.1:8787'

/** The words of a shell command; `variables` stand for `$NAME` outside single quotes. Throws at other syntax of a shell. */
export function wordsOf(command: string, variables: Readonly<Record<string, string>> = {}): string[] {
  const filled = (text: string) =>
    text.replace(/\$(\w+)/g, (_, name: string) => {
      if (variables[name] === undefined) throw new Error(`$${name} has no value here`)
      return variables[name]
    })
  const pattern = /\\\n|'([^']*)'|"([^"]*)"|([^\s'"\\|;&<>]+)|(\s+)|(.)/g
  const words: string[] = []
  let isOpen = false
  for (const [, single, double, bare, space, other] of command.trim().matchAll(pattern)) {
    if (other !== undefined) throw new Error(`not read here: ${other} in ${command}`)
    const text = single ?? (double === undefined && bare === undefined ? null : filled(double ?? bare ?? ''))
    if (text === null) {
      if (space !== undefined) isOpen = false
      continue
    }
    words.push((isOpen ? (words.pop() ?? '') : '') + text)
    isOpen = true
  }
  return words
}

export function requestOf(command: string, variables: Readonly<Record<string, string>> = {}): Request {
  const [program, ...rest] = wordsOf(command, variables)
  if (program !== 'curl') throw new Error(`not curl: ${command}`)
  const headers: Record<string, string> = {}
  let [url, method, body] = ['', '', undefined as string | undefined]
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] ?? ''
    if (word === '-X') method = rest[++i] ?? ''
    else if (word === '-d') body = rest[++i] ?? ''
    else if (word === '-H') {
      const [name = '', ...value] = (rest[++i] ?? '').split(': ')
      headers[name] = value.join(': ')
    } else if (word.startsWith('-')) {
      if (word !== '-i') throw new Error(`not read here: ${word}`)
    } else url = word
  }
  if (!url.startsWith(`${HOST}/`)) throw new Error(`not of ${HOST}: ${url}`)
  const sent = method || (body === undefined ? 'GET' : 'POST')
  return { path: url.slice(HOST.length), init: { method: sent, headers, ...(body !== undefined && { body }) } }
}
