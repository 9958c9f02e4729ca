/** Measures and currencies, by the words and signs that stand for them. */

export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
])

/** Letters before a sign or a number: "A$40", "Rs 40", "EUR 40". */
export const CURRENCY_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['Rs', 'INR'],
  ['Rs.', 'INR'],
  ...'USD EUR GBP JPY AUD CAD NZD HKD SGD BRL INR CNY RUB CHF SEK NOK DKK'
    .split(' ')
    .map((code): [string, string] => [code, code]),
])

/** Currencies with the name of a country: "40 Canadian dollars". */
export const NATIONAL_CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['us dollars', 'USD'],
  ['u.s. dollars', 'USD'],
  ['american dollars', 'USD'],
  ['australian dollars', 'AUD'],
  ['canadian dollars', 'CAD'],
  ['hong dollars', 'HKD'],
  ['british pounds', 'GBP'],
  ['sterling pounds', 'GBP'],
  ['swiss francs', 'CHF'],
  ['indian rupees', 'INR'],
  ['japanese yen', 'JPY'],
  ['chinese yuan', 'CNY'],
  ['russian roubles', 'RUB'],
  ['russian rubles', 'RUB'],
])

const TABLE: readonly (readonly [string, string])[] = [
  ['percent', '% percent per-cent pc'],
  ['USD', 'dollar dollars'],
  ['EUR', 'euro euros €'],
  ['GBP', 'pound-sterling sterling'],
  ['JPY', 'yen'],
  ['CNY', 'yuan renminbi'],
  ['RUB', 'rouble roubles ruble rubles'],
  ['INR', 'rupee rupees'],
  ['cents', 'cent cents'],
  ['pence', 'pence penny'],
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
  ['gallons', 'gallon gallons'],
  ['barrels', 'barrel barrels'],
  ['ounces', 'ounce ounces oz'],
  ['grams', 'gram grams gramme grammes'],
  ['kW', 'kw kilowatt kilowatts'],
  ['MW', 'mw megawatt megawatts'],
  ['GW', 'gw gigawatt gigawatts'],
  ['degrees', 'degree degrees'],
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

/** The unit of each word. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
)

/** The codes of currencies (ISO 4217) used as units. */
export const CURRENCIES: ReadonlySet<string> = new Set([
  ...CURRENCY_SIGNS.values(),
  ...CURRENCY_PREFIXES.values(),
  ...NATIONAL_CURRENCIES.values(),
])
