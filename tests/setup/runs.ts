/** How often the tests of laws over archives try: a part in `npm test`, a fourth if nothing else is said, and all in `npm run test:long`. */
export const runs = (thorough: number, quick = Math.ceil(thorough / 4)): number =>
  globalThis.process?.env.THOROUGH === '1' ? thorough : quick
