/** Nouns of things with which something agrees, and which nobody says: "according to police guidelines", "according to size". */
const NORM =
  /\b(?:guidelines?|rules?|regulations?|standards?|protocols?|procedures?|conventions?|customs?|traditions?|principles?|criteria|plans?|schedule|timetable|laws?|needs?|circumstances|type|size|age|taste|ability|expectations?)$/i

/** True for a phrase whose last noun names a norm. */
export const isNorm = (phrase: string): boolean => NORM.test(phrase)
