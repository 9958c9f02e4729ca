/** The article that a command is about: by its slug, or by its address on the web. */
import type { Client } from '../../client.ts'
import { EXIT, Stop } from '../exit.ts'
import { ask } from './api.ts'

export const articleArg = { type: 'positional', description: "The article's slug or web address" } as const

/** The slug of an article that is named by its slug or address. Throws a Stop if no article has the address. */
export async function slugFrom<Given extends string | undefined>({ v1 }: Client, given: Given): Promise<Given | string> {
  if (given === undefined || !/^https?:\/\//i.test(given)) return given
  const { data } = await ask(v1.articles.$get({ query: { url: given } }))
  const [article] = data
  if (article === undefined)
    throw new Stop(EXIT.archive, `no article is known at ${given}; claimtrail list shows those there are`)
  return article.slug
}

/** As `slugFrom`, as the parameter of a path: the client does not encode those. */
export async function articleParam(client: Client, given: string): Promise<{ readonly slug: string }> {
  return slugParam(await slugFrom(client, given))
}

export function slugParam(slug: string): { readonly slug: string } {
  return { slug: encodeURIComponent(slug) }
}
