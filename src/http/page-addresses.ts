/** The addresses of the pages of what the archive has: answers for programs name them for people. */

const part = encodeURIComponent

export const pageOf = {
  story: (slug: string) => `/a/${part(slug)}`,
  version: (slug: string, number: number) => `/a/${part(slug)}/v/${number}`,
  compare: (slug: string, from: number, to: number) => `/a/${part(slug)}/compare/${from}..${to}`,
  claim: (slug: string, number: number) => `/a/${part(slug)}/claims/${number}`,
  source: (id: number) => `/sources/${id}`,
  embeddedStory: (slug: string) => `/embed/a/${part(slug)}`,
  embeddedClaim: (slug: string, number: number) => `/embed/a/${part(slug)}/claims/${number}`,
}
