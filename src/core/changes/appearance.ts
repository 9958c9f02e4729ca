/** The place of a claim in a version, as one side of a change. */
import type { Appearance, NumberedClaim } from './change.ts'

export const appearanceOf = ({ number, sentence, index }: NumberedClaim): Appearance => ({ claim: number, sentence, index })
