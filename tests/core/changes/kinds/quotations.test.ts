import { describe, expect, it } from 'vitest'
import { kindsOf, tellBothWays } from './both-ways.ts'

/** Quotations are paired by what is quoted, never by speaker and frame. */
tellBothWays({
  quote_changed: [
    ['"We shall not leave the valley," Ida Rask said.', '"We shall never leave the valley," Ida Rask said.'],
    ["'We shall not leave the valley,' Ida Rask said.", "'We shall never leave the valley,' Ida Rask said."],
    ['He called the plan "a fine mess of lies".', 'He called the plan "a fine mess of papers".'],
    ['Ida Rask said they were sick of waiting for the boat.', '"We are sick of waiting for the boat," Ida Rask said.'],
    ['Ida Rask called the plan "cheap and very nasty".', 'Ida Rask called the plan poor and unkind.'],
    // Told before as far as it goes
    ['The clerk said that the weir would be mended.', 'The clerk said that the weir "would be mended, plank by plank".'],
    [
      'The mayor, who is 60, said: "The weir will be mended by summer."',
      'The mayor said: "The weir will be mended by my own hands."',
    ],
  ],
  reworded: [
    // Marked words quote nobody
    ['"Out" campaigners met in Orle in the rain.', 'Out campaigners met in Orle in light rain.'],
    ['For more, see orlemills.example.', 'For more, see "The Mills of Orle and Dorn".'],
    ['Members of the "Brave Lads" club marched.', 'Members of a rowing club marched.'],
    // A quotation that only came or went
    ['The mayor opened the weir.', 'The mayor opened the weir under a banner that read "Water for all of us".'],
  ],
  cosmetic: [
    ['"The gale tore off the roof, officials said...', 'The gale tore off the roof, officials said...'],
    ['She wrote the play The Long Weir.', 'She wrote the play "The Long Weir".'],
  ],
})

describe('two quotations of one speaker', () => {
  it('are not one that was edited', () => {
    expect(
      kindsOf(
        '"We lost many sheep this spring," Ms. Rask told the crowd on the quay.',
        '"Nobody asked for a second bridge," Ms. Rask told the crowd on the quay.',
      ),
    ).not.toContain('quote_changed')
  })
})
