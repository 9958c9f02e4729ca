/** The address of the stylesheet. scripts/build.ts writes this file: after a change of assets/pages/style.css run it. */
export const STYLE = '/static/style-f98f7461af.css'
