/** Frequent adjectives without an ending of adjectives: "bad", "calm", "northern". Their use as verbs after "to" is rare. */

export const PLAIN_ADJECTIVES: ReadonlySet<string> = new Set(
  (
    'bad good new old big small large great long short high low young early late hot cold warm cool wet dry deep wide narrow thick thin light heavy ' +
    'hard soft easy fast quick slow strong weak rich poor safe sick dead alive rare raw ripe rough smooth sharp blunt flat steep straight bent tall ' +
    'brief broad calm fair false fresh full empty firm grand grave huge vast tiny keen kind cruel loud quiet mad mild neat odd pale plain proud ' +
    'pure real true rude sad shy sore sound sour spare stiff strange strict sweet swift tame tense tight loose tough vague vivid wild wise worse worst ' +
    'better best lower higher further northern southern eastern western modern urban rural foreign fellow former latter senior junior major minor ' +
    'pro anti black white red green blue brown grey gray pink dark bright blind deaf dumb mute lame mean nice fine fond free glad ill numb sane ' +
    'severe sincere mature secure obscure remote polite concrete complete discrete extreme supreme scarce fierce intense immense dense nearby ' +
    'elder eldest main chief prime key top upper inner outer lone sole mere sheer utter daily weekly monthly yearly likely unlikely friendly costly ' +
    'many much few several most more less least same other another certain own next last first second third such own due half double triple dual fit unfit clean eligible able unable free proper decent recent distant urgent sudden silent absent present joint'
  ).split(' '),
)

/** Endings of adjectives: "national", "higher", "pro-Lee". */
const ENDING =
  /(?:[a-z]{2}(?:al|ous|ive|ful|less|ic|ical|able|ible|ary|ian|est|ern)|[a-z]{3}er)$|^(?:pro|anti|non)-|^(?:public|different|various|others|normal|gay|later)$/

/** Returns true for a word that is an adjective, as far as the word shows it. */
export const isAdjective = (word: string): boolean => PLAIN_ADJECTIVES.has(word) || ENDING.test(word)

/** The same for a token in small letters that is tagged as a noun. "Worker", "river" end as adjectives do. */
export const isAdjectival = ({ lower, capital }: { readonly lower: string; readonly capital: boolean }): boolean =>
  !capital &&
  (PLAIN_ADJECTIVES.has(lower) ||
    /(?:[a-z]{2}(?:ous|ive|ful|less|ical|able|ible|ern)|igher|ower|orter|onger|eaner|aster)$/.test(lower))
