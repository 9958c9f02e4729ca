/** The authors of an article, by a byline that has nothing but names. */

/** Two to four words that begin with capitals, initials and particles among them. */
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|del|der|van|von|la|le|al|bin)){1,4}$/u

/** Words that stand for desks and agencies. */
const BODY = /\b(?:Staff|Desk|Press|News|Agency|Agencies|Reuters|Bureau|Team|Correspondents?|Editors?|Service|Services|Board)\b/

/**
 * The persons whom a byline names; none where it has other words.
 *
 *     By Ada Moreno and Ben Ode → Ada Moreno, Ben Ode
 *     By Our Staff → none
 */
export function bylineAuthors(byline: string): string[] {
  const names = byline
    .trim()
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,\s*and\b|,|;|&|\band\b)\s*/)
    .filter((name) => name !== '')
  return names.every((name) => NAME.test(name) && !BODY.test(name)) ? names : []
}
