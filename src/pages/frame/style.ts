/** The addresses of the stylesheet, the icon and the scripts. scripts/build.ts writes this file: after a change of assets/pages/ run it. */
export const STYLE = '/static/style-1ffad7b14b.css'
export const ICON = '/static/icon-4f8d1b2d50.svg'
export const SCRIPT = '/static/page-2fe499921b.js'
export const FRAME_SCRIPT = '/static/frame-d5f94a158f.js'
