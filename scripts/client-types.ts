/** The types of the typed client as one declaration file, written from the OpenAPI document: they need no types of the server. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Schema, typeOf } from './schema-types.ts'

interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}

type Content = Readonly<Record<string, { readonly schema: Schema } | undefined>>

interface Operation {
  readonly summary: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const PREAMBLE = `/** An answer of the archive; \`json\` gives its body where it is JSON. */
export interface ClientResponse<Answer, Status extends number = number, Format extends 'json' | 'body' = 'json' | 'body'> extends Response {
  readonly status: Status
  json(): Promise<Format extends 'json' ? Answer : never>
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly init?: RequestInit
}
`

/** The declarations in place of src/http/client-api.ts: the schemas by name, and `Client` with a method for each path and HTTP method. */
export function apiTypes({ paths, components }: OpenApi): string {
  const client = new Map<string, Node>()
  for (const [path, operations] of Object.entries(paths)) {
    const node = place(
      client,
      path
        .slice(1)
        .replace(/\{(\w+)\}/g, ':$1')
        .split('/'),
    )
    for (const [method, operation] of Object.entries(operations)) {
      node.set(`$${method}`, `${doc(operation.summary)}${JSON.stringify(`$${method}`)}: ${callOf(operation)}`)
    }
  }
  const text = `/** A method for each path and HTTP method. */\nexport interface Client ${drawn(client)}\n`
  return [PREAMBLE, ...usedIn(text, components.schemas), text].join('\n')
}

/** The declarations of the schemas that a text names, and of those that these name. */
function usedIn(text: string, schemas: OpenApi['components']['schemas']): string[] {
  const used = new Map<string, string>()
  const add = (names: string) => {
    for (const name of names.match(/\b[A-Z]\w+/g) ?? []) {
      const schema = schemas[name]
      if (schema === undefined || used.has(name)) continue
      const type = typeOf(schema)
      used.set(name, `${doc(schema.description)}export type ${name} = ${type}\n`)
      add(type.replace(/\/\*\*.*?\*\//g, ''))
    }
  }
  add(text.replace(/\/\*\*.*?\*\//g, ''))
  return [...used.values()]
}

/**
 * The declaration file of `claimtrail/client`: src/client.ts compiled over the types of the document, which so prove to be enough for it.
 * Throws the compiler's report otherwise.
 */
export function clientTypes(document: OpenApi): string {
  // Inside the checkout, where hono/client is found.
  mkdirSync('dist', { recursive: true })
  const folder = mkdtempSync('dist/client-')
  try {
    const api = apiTypes(document)
    mkdirSync(join(folder, 'http'))
    writeFileSync(join(folder, 'http/client-api.ts'), api)
    cpSync('src/client.ts', join(folder, 'client.ts'))
    const compilerOptions = {
      noEmit: false,
      incremental: false,
      tsBuildInfoFile: null,
      declaration: true,
      emitDeclarationOnly: true,
      rewriteRelativeImportExtensions: true,
    }
    const project = { extends: '../../tsconfig.json', compilerOptions, files: ['client.ts'], include: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project))
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stdout)
    const client = readFileSync(join(folder, 'client.d.ts'), 'utf8')
    return `${client.replace(/^(import|export) type \{.*\} from '\.\/http\/client-api\.(ts|js)';\n/gm, '')}\n${api}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The methods and the next segments of a path. */
type Node = Map<string, Node | string>

function place(node: Node, [segment, ...rest]: readonly string[]): Node {
  if (segment === undefined) return node
  const next = node.get(segment)
  const child: Node = next instanceof Map ? next : new Map()
  node.set(segment, child)
  return place(child, rest)
}

const drawn = (node: Node): string =>
  `{\n${[...node].map(([name, child]) => (typeof child === 'string' ? child : `${JSON.stringify(name)}: ${drawn(child)}`)).join('\n')}\n}`

function callOf({ parameters = [], requestBody, responses }: Operation): string {
  const groups = [
    groupOf(
      'param',
      parameters.filter((one) => one.in === 'path'),
    ),
    groupOf(
      'query',
      parameters.filter((one) => one.in === 'query'),
    ),
    groupOf(
      'header',
      parameters.filter((one) => one.in === 'header'),
    ),
    bodyOf(requestBody?.content),
  ].filter((group) => group !== '')
  const optional = groups.every((group) => group.includes('?: {'))
  return `(args${optional ? '?' : ''}: { ${groups.join('; ')} }, options?: RequestOptions) => Promise<${answersOf(responses)}>`
}

/** "query?: { limit?: number | string | undefined }"; nothing where there are no parameters. */
function groupOf(name: string, parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const fields = parameters.map(({ name: field, required, description, schema }) => {
    const type = inAddress(schema)
    return `${doc(description)}${JSON.stringify(field)}${required ? `: ${type}` : `?: ${type} | undefined`}`
  })
  return `${name}${parameters.some(({ required }) => required) ? '' : '?'}: {\n${fields.join('\n')}\n}`
}

/** A parameter in an address may be written as text, and a list as one value. */
function inAddress(schema: Schema): string {
  if (schema.type === 'array' && schema.items) return `${inAddress(schema.items)} | readonly (${inAddress(schema.items)})[]`
  if (schema.type === 'integer' || schema.type === 'number') return 'number | string'
  return schema.type === 'boolean' ? "boolean | 'true' | 'false'" : typeOf(schema)
}

function bodyOf(content: Content | undefined): string {
  const schema = content?.['application/json']?.schema
  return schema ? `json: ${typeOf(schema)}` : ''
}

/** Redirects to a version (302) are followed; failures are thrown by `answered`. */
function answersOf(responses: Operation['responses']): string {
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2') || /^30[24]$/.test(status))
  const types = answers.map(([status, { content = {} }]) => {
    if (status === '302') return "ClientResponse<Version, 200, 'json'>"
    const schema = content['application/json']?.schema
    return schema ? `ClientResponse<${typeOf(schema)}, ${status}, 'json'>` : `ClientResponse<null, ${status}, 'body'>`
  })
  return types.join(' | ')
}

const doc = (text: string | undefined): string =>
  text === undefined ? '' : `/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')} */\n`
