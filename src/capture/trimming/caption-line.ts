import type { TrimRule } from './trim-rule.ts'

const START =
  /^(?:(?:photo|image|picture|video|graphic|illustration|credit|foto|bild|fotos|quelle|grafik|photos?|crédit(?: photo)?|imagen|fuente|fonte|immagine|zdjęcie|fot\.|kuva|bron|beeld|фото)s?(?: (?:by|credits?|courtesy(?: of)?|von|de|par))?\s*[:/©]|©|\((?:photo|image|foto|ap|reuters|afp|getty)\b|(?:photo|image|picture) (?:by|courtesy|credit))/iu
const END =
  /(?:\((?:ap|reuters|afp|getty|photo|foto|image)[^()]{0,80}\)|(?:getty images|afp|\/ ?ap(?: photo)?|reuters|dpa|shutterstock|istock|epa|imago|picture alliance)[^.!?]{0,40})\.?$/iu

/** A caption or the credit of a picture. */
export const captionLine: TrimRule = {
  name: 'caption-line',
  drops: ({ text }) =>
    (START.test(text) && text.length < 300) ||
    (END.test(text) && text.length < 250 && /(?:photo|foto|image|bild|\/|©|\()/i.test(text)),
}
