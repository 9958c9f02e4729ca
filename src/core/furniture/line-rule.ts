/** A rule that recognizes a class of furniture by the words of one line. */

/** Returns true if the line belongs to the class. The line has no space at its ends and is at most `LONGEST_LINE` long. */
export type LineRule = (line: string) => boolean
