/** The address of the stylesheet has a hash of its text, so that browsers may keep it for ever. */
import { readFileSync, writeFileSync } from 'node:fs'
import { sha256 } from '../src/store/hash.ts'

export const STYLESHEET = 'assets/pages/style.css'
/** The module that tells the pages the address. It is committed: neither runtime needs a build step to read it. */
export const STYLE_MODULE = 'src/pages/frame/style.ts'

/** "/static/style-3fa96c1b20.css". */
export const styleAddress = (): string => `/static/style-${sha256(readFileSync(STYLESHEET, 'utf8')).slice(0, 10)}.css`

export const styleModule = (): string =>
  `/** The address of the stylesheet. scripts/build.ts writes this file: after a change of ${STYLESHEET} run it. */\nexport const STYLE = '${styleAddress()}'\n`

/** Writes the module where it is not current. */
export function writeStyleModule(): void {
  const text = styleModule()
  if (readFileSync(STYLE_MODULE, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(STYLE_MODULE, text)
}
