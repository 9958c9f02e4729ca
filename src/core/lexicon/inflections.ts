/** The forms of English verbs, made from the dictionary form. */
import { IRREGULAR_VERBS } from './irregular-verbs.ts'

/** base "deny", third "denies", past "denied", participle "denied", ing "denying". */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing'

const IRREGULAR = new Map(IRREGULAR_VERBS.map((forms) => [forms[0] ?? '', forms]))

/** Verbs of two or more syllables that double their last consonant. */
const DOUBLING = /(?:^|[^aeiou])[aeiou][bdgklmnprt]$/
const NOT_DOUBLING = /(?:[eo]n|er|or|it|et|op|el|al|il|om|um|on|ow|ay|ey|w|x|y)$/
const STRESSED_LAST = new Set(
  'admit permit commit omit submit refer prefer infer concur occur regret rebut forget begin control compel propel'.split(' '),
)

function doubles(base: string): boolean {
  if (STRESSED_LAST.has(base)) return true
  const syllables = base.match(/[aeiouy]+/g)?.length ?? 1
  return DOUBLING.test(base) && (syllables === 1 || !NOT_DOUBLING.test(base)) && syllables === 1
}

/** Returns the inflected forms of a verb; a form that is both past and participle counts as `past`. */
export function inflectionsOf(base: string): ReadonlyMap<string, VerbForm> {
  const forms = new Map<string, VerbForm>()
  const stem = doubles(base) ? base + base.slice(-1) : base
  const consonantY = /[^aeiou]y$/.test(base)
  const third = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`
  const ing = /ie$/.test(base) ? `${base.slice(0, -2)}ying` : /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem}ing`
  const irregular = IRREGULAR.get(base)
  const past = irregular?.[1] ?? (base.endsWith('e') ? `${base}d` : consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`)
  forms.set(irregular?.[2] ?? past, 'participle')
  forms.set(past, 'past')
  forms.set(third, 'third')
  forms.set(ing, 'ing')
  // "labelled" beside "labeled"
  if (/[^aeiou][aeiou]l$/.test(base) && stem === base && irregular === undefined) {
    forms.set(`${base}led`, 'past')
    forms.set(`${base}ling`, 'ing')
  }
  if (base !== past) forms.set(base, 'base')
  return forms
}
