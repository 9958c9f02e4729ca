/** How often the tests of laws over archives try: a part in `npm test`, a third if nothing else is said, and all in `npm run test:long`. */
export const runs = (thorough: number, quick = Math.ceil(thorough / 3)): number =>
  globalThis.process?.env.THOROUGH === '1' ? thorough : quick
