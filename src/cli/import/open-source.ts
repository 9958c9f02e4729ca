/** Opens what an import names: the address or the file of a list of mementos, a WARC or WACZ file, a folder of saved pages. */
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { EXIT, Stop, wrongUsage } from '../exit.ts'
import type { CaptureSource } from './found-capture.ts'
import { htmlFolder } from './html-folder.ts'
import { type ListedMemento, type MementoList, mementosIn } from './memento-list.ts'
import { mementoSource } from './memento-source.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import { warcKind, warcSource } from './warc-source.ts'

const LISTS = 'application/link-format,application/json;q=0.9,*/*;q=0.5'

/** How many pages of a list are read. */
const MOST_PAGES = 1000

export interface SourceOptions {
  readonly fetch: PoliteFetch
  /** Where a listing's captures are replayed. */
  readonly replay: string
  /** The address of saved pages that tell none. */
  readonly address: string | null
}

/** Throws a Stop if there is no such thing, or it is in none of the formats. */
export async function openSource(name: string, { fetch, replay, address }: SourceOptions): Promise<CaptureSource> {
  if (/^https?:\/\//i.test(name)) return mementoSource(await listAt(name, fetch), fetch, replay)
  if (!existsSync(name)) throw wrongUsage(`cannot read ${name}: there is no such file`)
  if ((await stat(name)).isDirectory()) return htmlFolder(name, address)
  const kind = await warcKind(name)
  if (kind !== null) return warcSource(name, kind)
  const list = mementosIn(await readFile(name, 'utf8'), undefined)
  if (list === null)
    throw wrongUsage(`${name} is no TimeMap, no CDX listing, no WARC or WACZ file; a page goes into a folder of saved pages`)
  return mementoSource(await withMore(list, fetch), fetch, replay)
}

async function listAt(address: string, fetch: PoliteFetch): Promise<ListedMemento[]> {
  return withMore(await listFrom(address, fetch), fetch)
}

async function listFrom(address: string, fetch: PoliteFetch): Promise<MementoList> {
  const answer = await fetch.get(address, LISTS)
  if ('missing' in answer) throw new Stop(EXIT.archive, `cannot read ${address}: ${answer.missing}`)
  if (answer.status !== 200) throw new Stop(EXIT.archive, `cannot read ${address}: the answer is ${answer.status}`)
  const list = mementosIn(new TextDecoder().decode(answer.bytes), answer.url)
  if (list === null) throw new Stop(EXIT.archive, `${address} answers with no TimeMap and no CDX listing`)
  return list
}

/** The mementos of a list and of those that it names as its further pages. */
async function withMore(list: MementoList, fetch: PoliteFetch): Promise<ListedMemento[]> {
  const mementos = [...list.mementos]
  const pages = [...list.more]
  const seen = new Set<string>()
  for (let page = pages.shift(); page !== undefined && seen.size < MOST_PAGES; page = pages.shift()) {
    if (seen.has(page)) continue
    seen.add(page)
    const next = await listFrom(page, fetch)
    mementos.push(...next.mementos)
    pages.push(...next.more)
  }
  return mementos
}
