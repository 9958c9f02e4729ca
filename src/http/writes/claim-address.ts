/** Giving an article an address on the web: it belongs to one article at a time. */
import type { Context } from 'hono'
import { Failure } from '../../failure.ts'
import type { Statements } from '../../recording/ingest.ts'
import { foreignAddresses, isForeignAddress, refuseForeignAddresses } from '../../store/write/addresses.ts'
import type { App } from '../context.ts'
import { callerReads } from '../request/require-scope.ts'

/** An address that belongs to another article, which is named to those who may read. */
export function addressTaken(c: Context<App>, { url, article }: { url: string; article: string }): Failure {
  const message = `belongs to ${callerReads(c) ? `the article "${article}"` : 'another article'}`
  return new Failure('conflict', `url: ${url} ${message}.`, [{ path: 'url', message }])
}

/**
 * Runs a write by which an article, by its slug, is known at an address. `first` are statements that go before those of the write; they stop
 * it where the address belongs to another article. Throws Failure conflict then.
 */
export async function claimAddress<Result>(
  c: Context<App>,
  slug: string,
  url: string | null | undefined,
  write: (first: Statements) => Promise<Result>,
): Promise<Result> {
  try {
    return await write(url ? [refuseForeignAddresses(slug, [url])] : [])
  } catch (error) {
    if (!url || !isForeignAddress(error)) throw error
    const [taken] = await foreignAddresses(c.var.store, slug, [url])
    // Otherwise it was given up meanwhile.
    throw taken
      ? addressTaken(c, taken)
      : new Failure('busy', 'The address has just changed its article. Send the request again.')
  }
}
