/** The OpenAPI document as the tests read it: its operations. */
export type Schema = Readonly<Record<string, unknown>>
interface Reference {
  readonly $ref: string
}
export interface Header {
  readonly description: string
  readonly required?: boolean
  readonly schema: Schema
}
interface Media {
  readonly schema: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}
export interface Answer {
  readonly description: string
  readonly headers?: Readonly<Record<string, Header | Reference>>
  readonly content?: Readonly<Record<string, Media>>
}
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly description?: string
  readonly required?: boolean
  readonly schema: Schema
  readonly example?: string | number
}
interface Spoken {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly security: readonly Readonly<Record<string, string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, Answer | Reference>>
}
export interface Document {
  readonly openapi: string
  readonly info: Readonly<Record<string, unknown>>
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Spoken>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly securitySchemes: Readonly<Record<string, object>>
    readonly headers: Readonly<Record<string, Header>>
    readonly responses: Readonly<Record<string, Answer>>
  }
}

/** An operation, its references followed. */
export interface Operation extends Omit<Spoken, 'responses' | 'parameters'> {
  /** "GET /v1/articles/{slug}" */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly responses: Readonly<Record<string, Answer & { readonly headers: Readonly<Record<string, Header>> }>>
}

/** What a `$ref` leads to. */
function resolved<Found extends object>(document: Document, value: Found | Reference): Found {
  if (!('$ref' in value)) return value
  const [, ...way] = value.$ref.split('/')
  const found = way.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document)
  if (found === undefined) throw new Error(`${value.$ref} leads nowhere`)
  return found as Found
}

export function operationsOf(document: Document): Operation[] {
  const answerOf = (spoken: Answer | Reference) => {
    const answer = resolved(document, spoken)
    const headers = Object.entries(answer.headers ?? {}).map(([name, header]) => [
      name.toLowerCase(),
      resolved(document, header),
    ])
    return { ...answer, headers: Object.fromEntries(headers) as Record<string, Header> }
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], responses, ...rest }]) => ({
      ...rest,
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: parameters.map(withExample),
      responses: Object.fromEntries(Object.entries(responses).map(([status, answer]) => [status, answerOf(answer)])),
    })),
  )
}

/** The example of a parameter that may be given stands in its schema. */
function withExample(parameter: Parameter): Parameter {
  const [example] = (parameter.schema.examples as (string | number)[] | undefined) ?? []
  return example === undefined ? parameter : { ...parameter, example }
}

/** Every body that an operation gives as an example. */
export function exampleBodies({ requestBody }: Operation): unknown[] {
  const { example, examples = {} } = Object.values(requestBody?.content ?? {})[0] ?? {}
  return [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)]
}
