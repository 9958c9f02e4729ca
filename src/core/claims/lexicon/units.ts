/** Measures and currencies, by the words and signs that stand for them. */

export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
])

const TABLE: readonly (readonly [string, string])[] = [
  ['percent', '% percent per-cent pc'],
  ['USD', 'dollar dollars'],
  ['EUR', 'euro euros €'],
  ['GBP', 'pound-sterling sterling'],
  ['JPY', 'yen'],
  ['km', 'km kilometre kilometres kilometer kilometers kms'],
  ['m', 'metre metres meter meters'],
  ['cm', 'cm centimetre centimetres centimeter centimeters'],
  ['mm', 'mm millimetre millimetres millimeter millimeters'],
  ['miles', 'mile miles mi'],
  ['feet', 'foot feet ft'],
  ['inches', 'inch inches'],
  ['kg', 'kg kilo kilos kilogram kilograms kilogramme kilogrammes'],
  ['tonnes', 'tonne tonnes ton tons'],
  ['km/h', 'kph km/h kmh'],
  ['mph', 'mph'],
  ['°C', 'celsius °c'],
  ['°F', 'fahrenheit °f'],
  ['hectares', 'hectare hectares ha'],
  ['acres', 'acre acres'],
  ['litres', 'litre litres liter liters'],
  ['MW', 'mw megawatt megawatts'],
  ['seconds', 'second seconds'],
  ['minutes', 'minute minutes min'],
  ['hours', 'hour hours'],
  ['days', 'day days'],
  ['weeks', 'week weeks'],
  ['months', 'month months'],
  ['years', 'year years'],
  ['decades', 'decade decades'],
  ['centuries', 'century centuries'],
  ['people', 'people person persons'],
]

/** The unit that a word stands for. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
)
