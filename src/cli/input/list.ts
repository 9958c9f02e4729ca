/** Flags that hold several values, separated by commas. */

/** The values without blanks around them; undefined: the flag was not given. */
export const listIn = (text: string | undefined): string[] | undefined =>
  text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
