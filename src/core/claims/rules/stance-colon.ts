/** `The judge was blunt: the man had lied.`: an adjective of speech and a colon attribute. */
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

const OUTSPOKEN =
  /^(?:blunt|clear|adamant|scathing|unequivocal|emphatic|frank|candid|defiant|firm|unrepentant|categorical|damning|withering|matter-of-fact)$/

export const stanceColon: AttributionRule = (parsed, progress) => {
  const { tokens, clauses, groups, end } = parsed
  if (!parsed.text.includes(':')) return
  const colon = tokens.findIndex(({ text }) => text === ':')
  if (colon < 2 || colon + 2 >= end || !OUTSPOKEN.test(tokens[colon - 1]?.lower ?? '')) return
  for (const { subject, group } of clauses.values()) {
    const verb = groups[group]
    if (!subject || !verb || tokens[verb.verb]?.tag !== 'be' || verb.to > colon || verb.from < subject[1]) continue
    recordAttribution(progress, {
      rule: 'stance-colon',
      source: subject,
      cue: [verb.from, colon],
      lemma: `be ${tokens[colon - 1]?.lower}`,
      content: [[colon + 1, end]],
      denied: false,
      level: 'certain',
    })
    return
  }
}
