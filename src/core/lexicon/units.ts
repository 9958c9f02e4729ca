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
  ['square m', 'm² sqm'],
  ['square km', 'km²'],
  ['cubic m', 'm³'],
  ['cm', 'cm centimetre centimetres centimeter centimeters'],
  ['mm', 'mm millimetre millimetres millimeter millimeters'],
  ['miles', 'mile miles mi'],
  ['feet', 'foot feet ft'],
  ['yards', 'yard yards yd yds'],
  ['inches', 'inch inches'],
  ['kg', 'kg kilo kilos kilogram kilograms kilogramme kilogrammes'],
  ['tonnes', 'tonne tonnes ton tons'],
  ['km/h', 'kph km/h kmh kmph'],
  ['mph', 'mph'],
  ['m/s', 'm/s'],
  ['knots', 'knot knots kts'],
  ['°C', 'celsius °c'],
  ['°F', 'fahrenheit °f'],
  ['hectares', 'hectare hectares ha'],
  ['acres', 'acre acres'],
  ['litres', 'litre litres liter liters'],
  ['ml', 'ml millilitre millilitres milliliter milliliters'],
  ['cl', 'cl centilitre centilitres centiliter centiliters'],
  ['gallons', 'gallon gallons'],
  ['barrels', 'barrel barrels'],
  ['ounces', 'ounce ounces oz'],
  ['grams', 'gram grams gramme grammes'],
  ['mg', 'mg milligram milligrams milligramme milligrammes'],
  ['µg', 'µg μg mcg microgram micrograms'],
  ['watts', 'watt watts'],
  ['kW', 'kw kilowatt kilowatts'],
  ['MW', 'mw megawatt megawatts'],
  ['GW', 'gw gigawatt gigawatts'],
  ['kWh', 'kwh kilowatt-hour kilowatt-hours'],
  ['MWh', 'mwh megawatt-hour megawatt-hours'],
  ['GWh', 'gwh gigawatt-hour gigawatt-hours'],
  ['TWh', 'twh terawatt-hour terawatt-hours'],
  ['MB', 'mb megabyte megabytes'],
  ['GB', 'gb gigabyte gigabytes'],
  ['TB', 'tb terabyte terabytes'],
  ['Hz', 'hz hertz'],
  ['kHz', 'khz kilohertz'],
  ['MHz', 'mhz megahertz'],
  ['GHz', 'ghz gigahertz'],
  ['dB', 'db decibel decibels'],
  ['kcal', 'kcal kilocalorie kilocalories'],
  ['hp', 'hp bhp horsepower'],
  ['basis points', 'bp bps'],
  ['percentage points', 'pp ppt ppts'],
  ['points', 'point points'],
  ['degrees', 'degree degrees'],
  ['seconds', 'second seconds sec secs'],
  ['minutes', 'minute minutes min mins'],
  ['hours', 'hour hours hr hrs'],
  ['days', 'day days'],
  ['weeks', 'week weeks'],
  ['months', 'month months'],
  ['years', 'year years yr yrs'],
  ['decades', 'decade decades'],
  ['centuries', 'century centuries'],
  ['people', 'people person persons'],
]

/** The unit of each word. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
)

/** Letters that are a unit only where they end a number: "350g", "41C", "95p". */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['g', 'grams'],
  ['t', 'tonnes'],
  ['m', 'm'],
  ['l', 'litres'],
  ['L', 'litres'],
  ['p', 'pence'],
  ['c', 'cents'],
  ['h', 'hours'],
  ['x', 'times'],
  ['C', '°C'],
  ['F', '°F'],
  ['W', 'watts'],
  ['V', 'volts'],
])

/** The unit that ends a number: one of the lists, else the ending as written; null for a name ("5G", "737s", "21st", "12b"). */
export function unitOfEnding(ending: string): string | null {
  const known = LETTERS.get(ending) ?? MEASURES.get(ending.toLowerCase()) ?? CURRENCY_PREFIXES.get(ending.toUpperCase())
  if (known !== undefined || ending.length === 1) return known ?? null
  return /^(?:st|nd|rd|th|am|pm)$/.test(ending) || ending === ending.toUpperCase() ? null : ending
}

/** Units of time that pass. */
export const DURATIONS: ReadonlySet<string> = new Set(
  'seconds minutes hours days nights weeks weekends months seasons years decades centuries'.split(' '),
)

/** Words beside pounds that are money, and beside those that are weight. */
export const MONEY_WORDS: ReadonlySet<string> = new Set(
  (
    'million billion trillion bn sterling pay pays paid paying cost costs price prices worth spend spent fine fined fee fees earn earns earned ' +
    'salary loan tax debt donated raised budget'
  ).split(' '),
)
export const WEIGHT_WORDS: ReadonlySet<string> = new Set(
  'weigh weighs weighed weighing heavy heavier lift lifted thrust'.split(' '),
)

/** The codes of currencies (ISO 4217) that units are told by. */
export const CURRENCIES: ReadonlySet<string> = new Set([
  ...CURRENCY_SIGNS.values(),
  ...CURRENCY_PREFIXES.values(),
  ...NATIONAL_CURRENCIES.values(),
])
