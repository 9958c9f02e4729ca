import type { TrimRule } from './trim-rule.ts'

const START =
  /^(?:[»›>▶►→•*\s]*)(?:read (?:more|also|next|the (?:full|original|rest)|on)|also read|see (?:also|more)|related(?: (?:stories|articles|content|coverage|links?|news))?|more (?:on|from|stories|coverage|news)|recommended|(?:watch|listen)(?: (?:now|below|live|more|also))?|click here|don['’]t miss|you may (?:also )?like|continue reading|full story|up next|trending|most read|editor['’]s picks?|lesen sie (?:auch|mehr|hier|dazu)|lies (?:auch|mehr)|mehr (?:zum thema|dazu|zu)|mehr lesen|auch interessant|passend dazu|siehe auch|weiterlesen|zum thema|das könnte sie|lire (?:aussi|également|la suite)|à lire(?: aussi)?|voir aussi|lea (?:también|más)|te puede interesar|leer más|ver también|leggi (?:anche|di più)|potrebbe interessarti|leia (?:também|mais)|veja também|lees (?:ook|meer)|läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również)|читайте (?:также|ещё)|также по теме)(?!\p{L})/iu

/** A line that leads to another article. */
export const readMore: TrimRule = {
  name: 'read-more',
  drops: ({ text, linked }) =>
    START.test(text) &&
    (text.length < 60 || (linked > 0.3 && text.length < 300) || (/^[^.!?]{0,40}[:：|]/.test(text) && text.length < 250)),
}
