import type { TrimRule } from './trim-rule.ts'

const START =
  /^(?:(?:photo|image|picture|video|graphic|illustration|credit|foto|bild|fotos|quelle|grafik|photos?|crédit(?: photo)?|imagen|fuente|fonte|immagine|zdjęcie|fot\.|kuva|bron|beeld|фото)s?(?: (?:by|credits?|courtesy(?: of)?|von|de|par))?\s*[:/©]|©|\((?:photo|image|foto|ap|reuters|afp|getty)\b|(?:photo|image|picture) (?:by|courtesy|credit))/iu
const END =
  /(?:\((?:ap|reuters|afp|getty|photo|foto|image)[^()]{0,80}\)|(?:getty images|afp|\/ ?ap(?: photo)?|reuters|dpa|shutterstock|istock|epa|imago|picture alliance)[^.!?]{0,40})\.?$/iu

const AT_END =
  /(?:\(?\b(?:image|photo|foto|bild|picture|credit|credit\.\.\.|fotos|imagen|crédits?)(?:\s?credit)?\s?[:.]{1,3}\s?[^.!?]{2,60}\)?|\s©\s?[^.!?]{2,60}|\|\s[\p{L} .]{3,40}\/[\p{L} ]{2,30}(?:photo)?)$/iu

/** A caption or the credit of a picture. */
export const captionLine: TrimRule = {
  name: 'caption-line',
  drops: ({ text }) =>
    (text.length < 300 && AT_END.test(text)) ||
    (START.test(text) && text.length < 300) ||
    (END.test(text) && text.length < 250 && /(?:photo|foto|image|bild|\/|©|\()/i.test(text)),
}
