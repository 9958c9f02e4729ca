/** Words of what is arranged for a later day. */

/** "planned for Sunday", "is expected on Sunday": the day lies ahead. */
export const PLANNED: ReadonlySet<string> = new Set(
  'planned scheduled due expected set slated billed timed proposed forecast predicted anticipated earmarked booked'.split(' '),
)

/** "was adjourned until Sunday": the day lies behind the event. */
export const POSTPONED: ReadonlySet<string> = new Set(
  'adjourned postponed delayed extended rescheduled deferred moved remanded put pushed'.split(' '),
)

/** Before an infinitive in the past, beside the implicatives: the infinitive came about too. */
export const COMPELLED: ReadonlySet<string> = new Set('able forced had made used compelled obliged'.split(' '))
