/** Verbs that report what someone said. */

export const REPORTING_FORMS: ReadonlySet<string> = new Set(
  'said says say told added wrote asked noted announced reported'.split(' '),
)
