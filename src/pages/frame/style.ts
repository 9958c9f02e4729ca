/** The addresses of the stylesheet and the icon. scripts/build.ts writes this file: after a change of assets/pages/ run it. */
export const STYLE = '/static/style-f98f7461af.css'
export const ICON = '/static/icon-a1490e1154.svg'
