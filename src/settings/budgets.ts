/** The budgets of limits. */

/** What requests draw on, each by itself. */
export const BUDGETS = ['reads', 'writes', 'analyses', 'signIns'] as const
export type Budget = (typeof BUDGETS)[number]
