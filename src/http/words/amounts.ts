/** Amounts in words: the article’s own where they are known, else the value with its unit. */
import type { z } from 'zod'
import { CURRENCIES, CURRENCY_SIGNS } from '../../core/lexicon/units.ts'
import type { changeSchema } from '../json/change-json.ts'
import { thousands } from './counts.ts'

type ChangeJson = z.infer<typeof changeSchema>

const NO_NUMBER = 'no number'
const SIGNS = new Map([...CURRENCY_SIGNS].map(([sign, code]) => [code, sign]))
/** Units that are no words: the place in a row, and the rest of a number of things. */
const UNSPOKEN: readonly string[] = ['rank', 'others']
const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const

/** "4,000", "3.5 million". */
function figure(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size && Number.isInteger((value * 100) / size))
  return scale ? `${value / scale[0]} ${scale[1]}` : thousands(value)
}

/**
 * “$3.5 million”, “4,000 commuters”, “40 percent”; `words`: the article’s own for the figure, null where they are not known; `value` null:
 * there is no number.
 */
export function amountText(value: number | null, unit: string | null | undefined, words: string | null = null): string {
  if (value === null) return NO_NUMBER
  const isMoney = unit !== null && unit !== undefined && CURRENCIES.has(unit)
  if (words !== null && isMoney && [...SIGNS.values(), unit].some((sign) => words.includes(sign))) return words
  // A word that opened its sentence: “Some 4,000”.
  const own = words?.replace(/^\p{Lu}\p{Ll}+(?= |$)/u, (word) => word.toLowerCase())
  const sign = isMoney ? SIGNS.get(unit) : undefined
  if (sign) return `${sign}${figure(value)}`
  const said = own ?? figure(value)
  if (!unit || UNSPOKEN.includes(unit)) return said
  if (unit === 'percent' && /%|per ?cent/.test(said)) return said
  return said.toLowerCase().endsWith(unit.toLowerCase()) ? said : `${said} ${unit}`
}

/** The amounts that a change has in place of others, in order. */
export function amountPairs({ detail, evidence = [] }: Pick<ChangeJson, 'detail'> & Partial<Pick<ChangeJson, 'evidence'>>) {
  const { number_changed: pairs = [] } = detail
  const spans = evidence.filter(({ kind, rule }) => kind === 'number_changed' && rule !== 'comparator')
  return pairs.map(({ from, to, unit, from_unit, to_unit }, i) => {
    const { before = null, after = null } = (spans.length === pairs.length ? spans[i] : undefined) ?? {}
    return { before: amountText(from, unit ?? from_unit, before), after: amountText(to, unit ?? to_unit, after) }
  })
}
