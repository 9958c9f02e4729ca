/** The addresses of the pages. */
import { pageOf } from '../http/page-addresses.ts'

/** The page of each thing. A slug has only letters, digits and hyphens. */
export const address = {
  ...pageOf,
  front: (query: Readonly<Record<string, string | number | boolean | null | undefined>> = {}) => `/${queryOf(query)}`,
  story: (slug: string, query: Readonly<Record<string, string | number | undefined>> = {}) =>
    `${pageOf.story(slug)}${queryOf(query)}`,
  changes: (query: Readonly<Record<string, string | number | boolean | null | undefined>> = {}) => `/changes${queryOf(query)}`,
  changesOf: (slug: string, query: Readonly<Record<string, string | number | boolean | null | undefined>> = {}) =>
    `${pageOf.story(slug)}/changes${queryOf(query)}`,
  sources: (query: Readonly<Record<string, string | number | undefined>> = {}) => `/sources${queryOf(query)}`,
  search: (query: Readonly<Record<string, string | number | undefined>> = {}) => `/search${queryOf(query)}`,
  version: (slug: string, number: number, query: Readonly<Record<string, string | undefined>> = {}) =>
    `${pageOf.version(slug, number)}${queryOf(query)}`,
  versionAt: (slug: string) => `${pageOf.story(slug)}/at`,
  compare: (slug: string, from: number, to: number, query: Readonly<Record<string, string | undefined>> = {}) =>
    `${pageOf.compare(slug, from, to)}${queryOf(query)}`,
  compareChosen: (slug: string) => `${pageOf.story(slug)}/compare`,
  tryIt: () => '/try',
  guide: () => '/kinds',
  docs: () => '/docs',
  signIn: (to?: string) => `/sign-in${queryOf({ to: to === '/' ? undefined : to })}`,
  signOut: () => '/sign-out',
  newArticle: () => '/new',
  newVersion: (slug: string, query: Readonly<Record<string, number | undefined>> = {}) =>
    `${pageOf.story(slug)}/new${queryOf(query)}`,
  metadata: (slug: string) => `${pageOf.story(slug)}/metadata`,
  alias: (slug: string) => `${pageOf.story(slug)}/alias`,
  newClaim: (slug: string, version: number) => `${pageOf.version(slug, version)}/claims/new`,
  withholding: (slug: string, version: number) => `${pageOf.version(slug, version)}/withholding`,
  hooks: (query: Readonly<Record<string, string | number | undefined>> = {}) => `/hooks${queryOf(query)}`,
  hook: (id: number) => `/hooks/${id}`,
  removeHook: (id: number) => `/hooks/${id}/remove`,
  watches: (query: Readonly<Record<string, string | number | undefined>> = {}) => `/watches${queryOf(query)}`,
  watch: (id: number, action: '' | 'check' | 'pause' | 'resume' | 'remove' = '') => `/watches/${id}${action && `/${action}`}`,
  checks: (query: Readonly<Record<string, string | undefined>> = {}) => `/checks${queryOf(query)}`,
  checksOf: (slug: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    `${pageOf.story(slug)}/checks${queryOf(query)}`,
  record: () => '/record',
  checkpoint: () => '/record/checkpoint',
  verification: (query: Readonly<Record<string, number | undefined>> = {}) => `/record/verify${queryOf(query)}`,
  recordOf: (slug: string, query: Readonly<Record<string, number | undefined>> = {}) =>
    `${pageOf.story(slug)}/record${queryOf(query)}`,
  tokens: () => '/tokens',
  revokeToken: (id: number) => `/tokens/${id}/revoke`,
}

/** A query without the parameters that have no value; '' where none has. */
export function queryOf(given: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
