/** Words that open a line before a colon without being a speaker: "Correction: …", "Read more: …". */

export const LINE_LABELS: ReadonlySet<string> = new Set(
  (
    'correction corrections clarification update updated updates note breaking analysis opinion watch photo photos video live exclusive ' +
    'related read more also see listen click source sources tags topics topic contact credit gallery subscribe share summary name'
  ).split(' '),
)
