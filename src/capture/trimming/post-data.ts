import type { TrimRule } from './trim-rule.ts'

const DATA =
  /^(?:https?:\/\/\S+$|[\w.+-]+@[\w-]+\.[\w.]+$|(?:this (?:entry|post|article) was (?:posted|published|filed)|posted in|filed under|categor(?:y|ies):|tags?:|tagged(?: with)?:?\s|permalink|share link:|bookmark the|both comments and pings|comments are (?:closed|off)|no comments|you can (?:follow|leave)|der beitrag wurde|dieser (?:beitrag|eintrag|artikel) (?:wurde|ist)|kategorien?:|schlagw[oö]rte?r?:|stichw[oö]rte?r?:|abgelegt unter|keine kommentare|publié dans|catégories?\b|étiquettes?\b|mots[- ]clés|publicado (?:en|em|por)|etiquetas|categor[ií]as?:|tagi:|kategoria:)).{0,160}$/iu

/** The lines of a blog about the entry: its categories, its address, its comments. */
export const postData: TrimRule = { name: 'post-data', drops: ({ text }) => DATA.test(text) }
