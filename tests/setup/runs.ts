/** How often the tests of laws over archives try: a third in `npm test`, all in `npm run test:long`. */
export const runs = (thorough: number): number =>
  globalThis.process?.env.THOROUGH === '1' ? thorough : Math.ceil(thorough / 3)
