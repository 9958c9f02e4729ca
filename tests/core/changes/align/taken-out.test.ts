import { expect, it } from 'vitest'
import { isTakenOut } from '../../../../src/core/changes/align/taken-out.ts'

it.each([
  ['Boats went to the museum.', 'Boats and nets were sold.', 'Nets were sold.', false],
  ['Old boats went to the museum.', 'Old boats and nets were sold in May.', 'Nets were sold in May.', true],
  [
    'The board expects that further rises in the price of tickets will follow, so that the fleet can be mended.',
    'The board raised the fare to 4 crowns and expects that further rises in the price of tickets will follow.',
    'The board raised the fare to 5 crowns.',
    true,
  ],
  // A name that both hold
  [
    'The Harbour Board of Greater Orle put off its review.',
    'The inquiry was opened again by the Harbour Board of Greater Orle.',
    'The inquiry was opened again.',
    false,
  ],
  ['The lamp was lit.', 'The tower was sold, and the lamp went to a museum.', 'The tower was sold.', false],
])('%s of %s', (part, whole, partner, taken) => {
  expect(isTakenOut(part, whole, partner)).toBe(taken)
})
