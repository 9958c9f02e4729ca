/** The card of a claim, or the lanes of a story, as other pages embed them (oEmbed 1.0). */
import { z } from 'zod'

export const oembedSchema = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    author_name: z.string().optional().describe('The publication'),
    provider_name: z.string(),
    provider_url: z.string(),
    width: z.int(),
    height: z.int(),
    html: z.string().describe('A frame that shows the card'),
  })
  .meta({ id: 'OEmbed' })

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Frame extends Size {
  /** Absolute. */
  readonly address: string
  readonly title: string
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const frameOf = ({ address, title, width, height }: Frame): string =>
  `<iframe src="${escaped(address)}" width="${width}" height="${height}" title="${escaped(title)}" loading="lazy"></iframe>`

/** Pixels: of a card around its trail, of a step of the trail; of the lanes around them, of a lane. A frame scrolls from the tallest on. */
const CARD = { width: 560, around: 240, step: 100, tallest: 800 }
const LANES = { width: 960, around: 330, lane: 64, tallest: 720 }

/** The size of the card of a claim with so many steps. */
export const claimFrame = (steps: number): Size => ({
  width: CARD.width,
  height: Math.min(CARD.tallest, CARD.around + CARD.step * steps),
})

/** The size of the lanes of a story of which so many claims changed. */
export const storyFrame = (lanes: number): Size => ({
  width: LANES.width,
  height: Math.min(LANES.tallest, LANES.around + LANES.lane * lanes),
})
