import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

const worth = (text: string) => statementsOf(text, false)[0]?.checkWorthiness ?? 0

describe('checkWorthiness', () => {
  it.each([
    ['an amount', 'The dam holds 40 boats.', 'The dam holds the boats.'],
    ['a second amount', 'The dam holds 40 boats and 3 rafts.', 'The dam holds 40 boats and some rafts.'],
    ['a date', 'The dam opened on Monday.', 'The dam opened with cheers.'],
    ['a name', 'The dam in Brant opened with cheers.', 'The dam in town opened with cheers.'],
    ['certainty', 'The dam opened with cheers.', 'The dam may open with cheers.'],
    ['a source', 'Lee said the dam opened with cheers.', 'The dam opened with cheers.'],
    ['a proposition', 'The dam opened with cheers.', 'The dam with the cheers.'],
    ['length', 'The dam opened with cheers.', 'The dam opened.'],
    ['an event', 'The dam is open with cheers.', 'The dam will be open with cheers.'],
    ['a named source', 'Orla Quist said the dam opened with cheers.', 'Officials said the dam opened with cheers.'],
    ['no opinion', 'Lee said the dam is a wooden dam.', 'Lee said the dam is a terrible dam.'],
    ['no demand', 'The dam has opened with cheers.', 'The dam should open with cheers.'],
    ['no question', 'The dam opened with cheers.', 'The dam opened with cheers?'],
    ['not speaking of oneself', 'Lee said they opened the dam.', 'Lee said we opened the dam.'],
  ])('%s counts', (_, more, less) => expect(worth(more)).toBeGreaterThan(worth(less)))
})
