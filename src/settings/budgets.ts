/** The budgets of limits. */

/** The budgets that requests draw on, each by itself. */
export const BUDGETS = ['reads', 'writes', 'analyses', 'signIns'] as const
export type Budget = (typeof BUDGETS)[number]
