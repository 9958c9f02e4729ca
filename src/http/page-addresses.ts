/** The addresses of the pages of what the archive has: answers for programs name them for people. */

const part = encodeURIComponent

interface ChangePlace {
  readonly slug: string
  readonly from: { readonly number: number } | null
  readonly to: { readonly number: number }
  readonly id: number | null
}

export const pageOf = {
  story: (slug: string) => `/a/${part(slug)}`,
  version: (slug: string, number: number) => `/a/${part(slug)}/v/${number}`,
  /** A sentence of the text, by the place where it begins. */
  sentence: (slug: string, number: number, start: number) => `${pageOf.version(slug, number)}#at-${start}`,
  compare: (slug: string, from: number, to: number) => `/a/${part(slug)}/compare/${from}..${to}`,
  claim: (slug: string, number: number) => `/a/${part(slug)}/claims/${number}`,
  /** Where the change is shown: between its versions, or in the first one. */
  change: ({ slug, from, to, id }: ChangePlace) =>
    from === null
      ? pageOf.version(slug, to.number)
      : `${pageOf.compare(slug, from.number, to.number)}${id === null ? '' : `#change-${id}`}`,
  source: (id: number) => `/sources/${id}`,
  embeddedStory: (slug: string) => `/embed/a/${part(slug)}`,
  embeddedClaim: (slug: string, number: number) => `/embed/a/${part(slug)}/claims/${number}`,
}
