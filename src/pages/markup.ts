/** The tagged template of the pages: every value is escaped, unless it is markup itself. */
import { html as tagged, raw as trusted } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString

/** The values that may stand in a template; null, undefined and booleans stand for nothing. */
export type Value = Markup | string | number | boolean | null | undefined | readonly Value[]

/** Markup with its values escaped. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Markup => tagged(parts, ...values) as Markup

/** Text of this program that is markup. Never for text of an article or a request. */
export const raw = (text: string): Markup => trusted(text) as Markup

/** Nothing. */
export const NONE = raw('')

/** Values with something between them. */
export const joined = (values: readonly Value[], between: Value = ', '): Value[] =>
  values.flatMap((value, i) => (i === 0 ? [value] : [between, value]))
