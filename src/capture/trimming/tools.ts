import { plainWords } from '../metadata/likeness.ts'
import type { TrimRule } from './trim-rule.ts'

const WORDS: ReadonlySet<string> = new Set(
  (
    'share tweet email mail e print facebook twitter linkedin pinterest whatsapp telegram reddit instagram youtube pocket flipboard messenger bluesky threads save comment comments copy link copied like follow subscribe reply ' +
    'listen play pause mute close menu next previous back to top loading teilen drucken merken kommentieren kommentare partager imprimer compartir imprimir condividi stampa delen dela del jaa udostępnij this article story on ' +
    'via a with more options friend friends x and icon google plus view news us'
  ).split(' '),
)

const LONGEST = 160

/** Buttons: share, print, comment. */
export const tools: TrimRule = {
  name: 'tools',
  drops: ({ text }) => {
    if (text.length > LONGEST || /[.!?]$/.test(text)) return false
    const words = plainWords(text)
    return words.every((word) => WORDS.has(word) || /^\d+k?$/.test(word))
  },
}
