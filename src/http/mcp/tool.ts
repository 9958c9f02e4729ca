/** A tool of the Model Context Protocol: what it is for, the arguments that it takes, and its answer as text. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { App } from '../context.ts'
import { checked } from '../request/input.ts'

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The names of its arguments. */
  readonly takes: readonly string[]
  /** The JSON Schema of its arguments. */
  readonly schema: () => object
  /** The answer to a call. Throws Failure. */
  readonly call: (c: Context<App>, given: unknown) => Promise<string>
}

interface Declared<Shape extends z.ZodRawShape> extends Pick<Tool, 'name' | 'title' | 'description'> {
  readonly shape: Shape
  readonly answer: (c: Context<App>, given: z.output<z.ZodObject<Shape>>) => Promise<string>
}

/** A tool that refuses arguments which it does not declare. */
export function tool<Shape extends z.ZodRawShape>({ shape, answer, ...words }: Declared<Shape>): Tool {
  const schema = z.strictObject(shape)
  return {
    ...words,
    takes: Object.keys(shape),
    schema: () => z.toJSONSchema(schema, { io: 'input' }),
    call: (c, given) => answer(c, checked(schema, given ?? {}, '') as z.output<z.ZodObject<Shape>>),
  }
}
