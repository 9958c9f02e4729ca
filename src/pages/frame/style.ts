/** The addresses of the stylesheet, the icon and the script. scripts/build.ts writes this file: after a change of assets/pages/ run it. */
export const STYLE = '/static/style-78961c6e82.css'
export const ICON = '/static/icon-4f8d1b2d50.svg'
export const SCRIPT = '/static/keys-a811c9396a.js'
