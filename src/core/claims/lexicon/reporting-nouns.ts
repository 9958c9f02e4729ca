/** Nouns that attribute what their clause or infinitive tells: "his claim that it rained", "Lee's vow to stay". */

/** Followed by "that". */
export const CLAUSE_NOUNS: ReadonlySet<string> = new Set(
  (
    'claim claims assertion assertions suggestion suggestions belief beliefs argument arguments statement statements allegation allegations ' +
    'accusation accusations warning warnings prediction predictions concern concerns fear fears hope hopes view contention insistence remark ' +
    'remarks comment comments assurance assurances promise pledge vow acknowledgment acknowledgement admission announcement conclusion conviction ' +
    'declaration denial complaint complaints demand testimony theory notion opinion charge charges revelation understanding'
  ).split(' '),
)

/** Followed by an infinitive. */
export const INFINITIVE_NOUNS: ReadonlySet<string> = new Set(
  'promise promises pledge pledges vow vows threat threats decision decisions plan plans proposal proposals offer call calls desire refusal intention commitment demand demands request'.split(
    ' ',
  ),
)
