/** The part of papaparse that the app uses. The package's own types load those of Node, which the app must not use. */
declare const Papa: {
  unparse(rows: readonly (readonly unknown[])[], options: { readonly newline: string; readonly escapeFormulae: RegExp }): string
}
export default Papa
