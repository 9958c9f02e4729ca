import type { TrimRule } from './trim-rule.ts'

const EMBED =
  /(?:an dieser stelle (?:finden sie|befindet sich|steht) .{0,80}extern|externe[rn]? inhalt(?:e)?(?: angezeigt| anzeigen| von|$)|personenbezogene daten an drittplattformen|inhalte? von .{2,20} (?:anzeigen|laden|aktivieren)|link wird in einem neuen tab geöffnet|ce contenu (?:est|n['’]est pas) .{0,40}(?:cookies|disponible)|content is not available|(?:embed|view this) (?:from|post on) (?:instagram|twitter|facebook)|this (?:video|content) (?:is hosted|comes from|can ?not be (?:displayed|played|shown))|your browser does not support|javascript (?:is|must be|aktivieren))/iu

const LONGEST = 400

/** The words in place of a post or a video that is not loaded. */
export const embedLine: TrimRule = { name: 'embed-line', drops: ({ text }) => text.length < LONGEST && EMBED.test(text) }
