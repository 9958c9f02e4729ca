/** The words of the card of a claim and of the lanes that stand in other pages. */
import { counted } from '../../http/words/counts.ts'

export const EMBED = {
  saidBy: 'Said by',
  latest: 'Latest version:',
  allSteps: (count: number) => `All ${counted(count, 'step')} of the trail`,
  lanesOf: (headline: string) => `What became of the claims of ${headline}`,
} as const
