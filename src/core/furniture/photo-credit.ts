/** "Photograph: Ann Lee/AP", "(AP Photo/Bo Ray)": who made a picture. */
import type { LineRule } from './line-rule.ts'
import { anyCase, CLOSE, listFrom, OPEN, PERSON } from './names.ts'

const PICTURE = `${anyCase('photo photos photograph photographs photography picture pictures image images illustration illustrations graphic video footage composite screengrab credit handout')}`
/** "Photo: Ann Lee", "Photo credit: Ann Lee", "Image source, Getty Images" */
const LABELLED = new RegExp(
  `${OPEN}(?:[Ff]ile |[Tt]op |[Mm]ain |[Cc]over |[Hh]andout |[Ll]ead )?${PICTURE}(?: ${anyCase('credit credits source courtesy copyright')})?(?:\\s?[:|,©]| ${anyCase('by')}:?| ${anyCase('courtesy')} of) ?(?:© ?)?(?:the )?${listFrom(PERSON)}${CLOSE}`,
  'u',
)
/** "AP Photo/Bo Ray", "Ann Lee/AFP via Getty Images" */
const AGENCY =
  '(?:AP(?: Photo)?|AFP|Reuters|REUTERS|PA(?: Images| Wire| Media)?|EPA(?:-EFE)?|Getty(?: Images)?|Shutterstock|Alamy|Rex(?: Features)?|Bloomberg|Xinhua|Anadolu|Corbis|NurPhoto|Zuma(?: Press)?|Sipa)'
const SLASHED = new RegExp(
  `${OPEN}(?:${PERSON}(?:, | for | )?\\s?[/|]\\s?)?${AGENCY}(?:\\s?[/|]\\s?${PERSON}|\\s(?:via|for) ${PERSON})*(?: file)?${CLOSE}`,
  'u',
)
const COURTESY = new RegExp(`${OPEN}(?:[Ii]mage |[Pp]hoto )?[Cc]ourtesy (?:of )?(?:the )?${listFrom(PERSON)}${CLOSE}`, 'u')
const FILE = /^[([]*(?:file|handout|stock|archive|library) (?:photo|image|picture|photograph|footage)[)\].]*$/i

export const photoCredit: LineRule = (line) =>
  LABELLED.test(line) || (/[/|]| via /.test(line) && SLASHED.test(line)) || COURTESY.test(line) || FILE.test(line)
