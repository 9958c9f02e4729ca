/** Which changes readers see only where they ask for them: the values of the column `aside` of `changes`. */
export const ASIDE = {
  /** An edit of the story: it is told and counted. */
  none: 0,
  /** A difference of furniture. */
  furniture: 1,
  /** No edit: a newer reader read the same page otherwise. */
  reading: 2,
} as const

export type Aside = (typeof ASIDE)[keyof typeof ASIDE]
