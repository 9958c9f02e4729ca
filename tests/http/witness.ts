/** Whether an answer is as the OpenAPI document says. On Node alone: ajv makes functions of text. */
import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Answer, Document, Header, Operation, Schema } from './described.ts'

/** Headers that tell of the message, not of the answer, and those that the document describes once for all answers. */
const OF_THE_MESSAGE = [
  ...['content-type', 'content-length', 'date', 'connection', 'keep-alive', 'transfer-encoding'],
  ...['content-security-policy', 'referrer-policy', 'permissions-policy', 'strict-transport-security'],
]

/** Says what of an answer is not as the document says. */
export class Witness {
  readonly #ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: true,
  })
  readonly #components: { readonly schemas: Readonly<Record<string, Schema>> }
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(document: Document) {
    addFormats.default(this.#ajv)
    this.#ajv.addVocabulary(['components', 'example', 'discriminator'])
    this.#components = { schemas: closed(document.components.schemas) }
  }

  /** What is wrong with a value, by a schema whose objects are closed. */
  faults(schema: Schema, value: unknown): string[] {
    const key = JSON.stringify(schema)
    const known = this.#compiled.get(key)
    const validate = known ?? this.#ajv.compile({ ...closed(schema), components: this.#components })
    this.#compiled.set(key, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)
  }

  /** What is wrong with an answer to an operation. `text` is its body. */
  answerFaults({ responses }: Operation, { status, headers }: Response, text: string): string[] {
    const answer = responses[status] ?? (status >= 500 ? responses.default : undefined)
    if (!answer) return [`the status ${status} is not described: ${text.slice(0, 200)}`]
    return [...this.#headerFaults(answer.headers, headers), ...this.#bodyFaults(answer, headers.get('content-type'), text)]
  }

  #headerFaults(described: Readonly<Record<string, Header>>, headers: Headers): string[] {
    const unknown = [...headers.keys()].filter((name) => !(name in described) && !OF_THE_MESSAGE.includes(name))
    const wrong = Object.entries(described).flatMap(([name, { required, schema }]) => {
      const value = headers.get(name)
      if (value === null) return required ? [`the header ${name} is missing`] : []
      const told = schema.type === 'integer' ? Number(value) : value
      return this.faults(schema, told).map((fault) => `the header ${name}: ${value}${fault}`)
    })
    return [...unknown.map((name) => `the header ${name} is not described: ${headers.get(name)}`), ...wrong]
  }

  #bodyFaults({ content }: Answer, type: string | null, text: string): string[] {
    if (!content) return text === '' ? [] : [`a body is not described: ${text.slice(0, 200)}`]
    const media = type?.split(';')[0] ?? ''
    const schema = content[media]?.schema
    if (!schema) return [`the media type ${type} is not described`]
    if (media === 'application/x-ndjson' && schema.type !== 'string')
      return text
        .trimEnd()
        .split('\n')
        .flatMap((line) => this.faults(schema, JSON.parse(line)))
    return this.faults(schema, /\bjson$/.test(media) && !media.startsWith('application/x-') ? JSON.parse(text) : text)
  }
}

/** A schema whose objects take nothing that they do not declare, where they do not say otherwise. */
function closed<Value extends object>(schema: Value): Value {
  return JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.type === 'object' && value.properties && value.additionalProperties === undefined
      ? { ...value, additionalProperties: false }
      : value,
  )
}
