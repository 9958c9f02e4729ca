/** Nouns that attribute their clause or infinitive: "his claim that it rained", "Lee's vow to stay". */

import type { CertaintyLevel } from '../article.ts'

/** Followed by "that". */
export const CLAUSE_NOUNS: ReadonlySet<string> = new Set(
  (
    'claim claims assertion assertions suggestion suggestions belief beliefs argument arguments statement statements allegation allegations ' +
    'accusation accusations warning warnings prediction predictions concern concerns fear fears hope hopes view contention insistence remark ' +
    'remarks comment comments assurance assurances promise pledge vow acknowledgment acknowledgement admission announcement conclusion conviction ' +
    'finding findings declaration denial complaint complaints demand testimony theory notion opinion charge charges revelation understanding'
  ).split(' '),
)

/** Nouns for what is told by nobody in particular, "Rumours that it failed spread", and how sure it is. */
export const HEARSAY: ReadonlyMap<string, CertaintyLevel> = new Map([
  ...'claim claims reports allegation allegations accusation accusations assertions complaints'
    .split(' ')
    .map((noun): [string, CertaintyLevel] => [noun, 'certain']),
  ...'rumour rumours rumor rumors suggestion suggestions speculation fears'
    .split(' ')
    .map((noun): [string, CertaintyLevel] => [noun, 'probable']),
])

/** Followed by an infinitive. */
export const INFINITIVE_NOUNS: ReadonlySet<string> = new Set(
  'promise promises pledge pledges vow vows threat threats decision decisions plan plans proposal proposals offer call calls desire refusal intention commitment demand demands request'.split(
    ' ',
  ),
)

/** Followed by a preposition and the topic: "his criticism of the plan". */
export const STANCE_NOUNS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'criticism:of criticisms:of attack:on,against attacks:on,against praise:of,for endorsement:of condemnation:of denunciation:of ' +
    'rejection:of support:for,of opposition:to mention:of reference:to references:to description:of assessment:of defense:of defence:of ' +
    'view:of,on views:of,on,about concern:about,over ' +
    'concerns:about,over complaint:about,of complaints:about,of doubt:about doubts:about question:about questions:about comment:on,about ' +
    'comments:on,about remark:on,about remarks:on,about statement:on,about statements:on,about call:for calls:for demand:for demands:for ' +
    'warning:of,about warnings:of,about accusation:of accusations:of denial:of acceptance:of admiration:for,of ' +
    'respect:for fear:of fears:of hope:for,of hopes:for,of disdain:for contempt:for ' +
    'thoughts:on,about understanding:of account:of critique:of prediction:of predictions:of'
  )
    .split(' ')
    .map((entry): [string, readonly string[]] => {
      const [word = '', prepositions = ''] = entry.split(':')
      return [word, prepositions.split(',')]
    }),
)

/** Nouns that a clause with "that" fills, besides those that attribute it: "no evidence that". */
export const FILLED =
  /^(?:evidence|proof|signs?|indications?|doubts?|reports?|fact|news|chances?|risks?|danger|possibility|likelihood|idea|rumours?|rumors?|word|guarantees?|reasons?|findings?|requirement|rule|condition)$/
