/** The addresses of the stylesheet, the icon and the scripts have a hash of their text, so that browsers may keep them for ever. */
import { readFileSync, writeFileSync } from 'node:fs'
import { sha256 } from '../src/store/hash.ts'

/** The module that tells the pages the addresses. It is committed: neither runtime needs a build step to read it. */
export const STYLE_MODULE = 'src/pages/frame/style.ts'

export const STYLESHEET = 'assets/pages/style.css'
const ICON = 'assets/pages/icon.svg'
const SCRIPT = 'assets/pages/page.js'
const FRAME_SCRIPT = 'assets/pages/frame.js'

/** "/static/style-3fa96c1b20.css". */
function addressOf(file: string): string {
  const [name, ending] = file.slice(file.lastIndexOf('/') + 1).split('.')
  return `/static/${name}-${sha256(readFileSync(file, 'utf8')).slice(0, 10)}.${ending}`
}

/** The files with their addresses. */
export const staticFiles = (): [file: string, address: string][] =>
  [STYLESHEET, ICON, SCRIPT, FRAME_SCRIPT].map((file) => [file, addressOf(file)])

export const styleModule = (): string =>
  `/** The addresses of the stylesheet, the icon and the scripts. scripts/build.ts writes this file: after a change of assets/pages/ run it. */
export const STYLE = '${addressOf(STYLESHEET)}'
export const ICON = '${addressOf(ICON)}'
export const SCRIPT = '${addressOf(SCRIPT)}'
export const FRAME_SCRIPT = '${addressOf(FRAME_SCRIPT)}'
`

/** Writes the module where it is not current. */
export function writeStyleModule(): void {
  const text = styleModule()
  if (readFileSync(STYLE_MODULE, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(STYLE_MODULE, text)
}
