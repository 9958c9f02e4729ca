/** JSON Schema, as far as the OpenAPI document uses it, as TypeScript types. */

export interface Schema {
  readonly $ref?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema | false
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | boolean
}

/** "string | null", "{ id: number; name?: string }", "Claim[]". */
export function typeOf(schema: Schema): string {
  const { $ref, const: value, enum: values, anyOf, oneOf, type } = schema
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf('/') + 1)
  if (value !== undefined) return JSON.stringify(value)
  if (values !== undefined) return union(values.map((one) => JSON.stringify(one)))
  const choices = anyOf ?? oneOf
  if (choices !== undefined) return union(choices.map(typeOf))
  if (type === undefined) return 'unknown'
  return typeof type === 'string' ? ofType(type, schema) : union(type.map((one) => ofType(one, schema)))
}

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ')

function ofType(type: string, schema: Schema): string {
  if (type === 'integer') return 'number'
  if (type === 'array') return arrayOf(schema)
  return type === 'object' ? objectOf(schema) : type
}

function arrayOf({ items, prefixItems }: Schema): string {
  if (prefixItems !== undefined) return `[${prefixItems.map(typeOf).join(', ')}]`
  const type = items ? typeOf(items) : 'unknown'
  return /[ |&]/.test(type) ? `(${type})[]` : `${type}[]`
}

function objectOf({ properties, required = [], propertyNames, additionalProperties }: Schema): string {
  if (properties === undefined) {
    const values = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'
    const record = `Record<${propertyNames === undefined ? 'string' : typeOf(propertyNames)}, ${values}>`
    return propertyNames?.enum ? `Partial<${record}>` : record
  }
  const fields = Object.entries(properties).map(([name, schema]) => {
    const text = schema.description === undefined ? '' : `/** ${schema.description.replaceAll('*/', '*\\/')} */\n`
    return `${text}${/^\w+$/.test(name) ? name : JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`
  })
  return fields.length === 0 ? 'Record<string, never>' : `{\n${fields.join('\n')}\n}`
}
