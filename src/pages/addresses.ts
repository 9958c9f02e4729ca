/** The addresses of the pages. */

const part = encodeURIComponent

/** The page of each thing. A slug has only letters, digits and hyphens. */
export const address = {
  front: (query: Readonly<Record<string, string | number | boolean | null | undefined>> = {}) => `/${queryOf(query)}`,
  story: (slug: string, query: Readonly<Record<string, string | number | undefined>> = {}) =>
    `/a/${part(slug)}${queryOf(query)}`,
  version: (slug: string, number: number, query: Readonly<Record<string, string | undefined>> = {}) =>
    `/a/${part(slug)}/v/${number}${queryOf(query)}`,
  versionAt: (slug: string) => `/a/${part(slug)}/at`,
  compare: (slug: string, from: number, to: number, query: Readonly<Record<string, string | undefined>> = {}) =>
    `/a/${part(slug)}/compare/${from}..${to}${queryOf(query)}`,
  compareChosen: (slug: string) => `/a/${part(slug)}/compare`,
  claim: (slug: string, number: number) => `/a/${part(slug)}/claims/${number}`,
  sources: () => '/sources',
  source: (id: number) => `/sources/${id}`,
  search: () => '/search',
  tryIt: () => '/try',
  guide: () => '/kinds',
  docs: () => '/docs',
  signIn: (to?: string) => `/sign-in${queryOf({ to: to === '/' ? undefined : to })}`,
  signOut: () => '/sign-out',
  newArticle: () => '/new',
  newVersion: (slug: string) => `/a/${part(slug)}/new`,
  newClaim: (slug: string, version: number) => `/a/${part(slug)}/v/${version}/claims/new`,
  withholding: (slug: string, version: number) => `/a/${part(slug)}/v/${version}/withholding`,
  hooks: (query: Readonly<Record<string, string | number | undefined>> = {}) => `/hooks${queryOf(query)}`,
  hook: (id: number) => `/hooks/${id}`,
  removeHook: (id: number) => `/hooks/${id}/remove`,
  tokens: () => '/tokens',
  revokeToken: (id: number) => `/tokens/${id}/revoke`,
  embeddedClaim: (slug: string, number: number) => `/embed/a/${part(slug)}/claims/${number}`,
}

/** A query without the parameters that have no value; '' where none has. */
export function queryOf(given: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
