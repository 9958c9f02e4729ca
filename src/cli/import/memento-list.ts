/** Lists of mementos: TimeMaps (RFC 7089) in link format or JSON, and listings in CDX. */
import { listingRows } from './cdx.ts'
import { timeOfStamp, webAddressOf } from './found-capture.ts'
import { linksIn } from './link-format.ts'

export interface ListedMemento {
  readonly url: string
  readonly capturedAt: string
  /** The address of the memento; null: a listing does not say it. */
  readonly memento: string | null
  /** The digest of the memento's body, as the list writes it; null: not told. */
  readonly digest: string | null
  /** The status and the media type that the page had; null: not told. */
  readonly status: number | null
  readonly type: string | null
}

export interface MementoList {
  readonly mementos: readonly ListedMemento[]
  /** Addresses of further lists. */
  readonly more: readonly string[]
}

/** The mementos of a list in any of the formats, as the list has them; null: it is none. `base`: the address of the list. */
export function mementosIn(text: string, base: string | undefined): MementoList | null {
  const json = jsonOf(text)
  if (json !== undefined) return jsonTimeMap(json) ?? listing(listingRows(text, json))
  return /^\s*</.test(text) ? linkTimeMap(text, base) : listing(listingRows(text, undefined))
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function linkTimeMap(text: string, base: string | undefined): MementoList | null {
  const links = linksIn(text, base)
  if (links === null) return null
  const has = (rel: string) => links.filter((link) => link.rels.includes(rel))
  const original = webAddressOf(has('original')[0]?.target ?? '')
  if (original === null) return null
  const mementos = has('memento').flatMap(({ target, datetime }) => memento(original, target, datetime))
  const more = [...has('next'), ...(mementos.length === 0 ? has('timemap') : [])].map(({ target }) => target)
  return { mementos, more }
}

interface JsonMemento {
  readonly uri?: unknown
  readonly datetime?: unknown
}

/** `{"original_uri", "mementos": {"list": [{"datetime", "uri"}]}}`, as Memento aggregators answer. */
function jsonTimeMap(json: unknown): MementoList | null {
  if (typeof json !== 'object' || json === null || !('mementos' in json)) return null
  const { original_uri, original, mementos, timemap_index = [] } = json as Record<string, unknown>
  const address = webAddressOf(String(original_uri ?? original ?? ''))
  const list = Array.isArray(mementos) ? mementos : ((mementos as { list?: unknown } | null)?.list ?? [])
  if (address === null || !Array.isArray(list)) return null
  const more = Array.isArray(timemap_index) ? timemap_index.map((one: JsonMemento) => String(one.uri ?? '')) : []
  return {
    mementos: list.flatMap((one: JsonMemento) => memento(address, String(one.uri ?? ''), String(one.datetime ?? ''))),
    more,
  }
}

function memento(url: string, target: string, datetime: string): ListedMemento[] {
  const time = Date.parse(datetime)
  const address = webAddressOf(target)
  if (Number.isNaN(time) || address === null) return []
  return [{ url, capturedAt: new Date(time).toISOString(), memento: address, digest: null, status: null, type: null }]
}

function listing(rows: ReturnType<typeof listingRows>): MementoList | null {
  if (rows === null) return null
  const told = (text: string | undefined) => (text === undefined || text === '-' || text === '' ? null : text)
  const mementos = rows.flatMap(({ timestamp = '', url = '', digest, status, type }): ListedMemento[] => {
    const [capturedAt, address] = [timeOfStamp(timestamp), webAddressOf(url)]
    if (capturedAt === null || address === null) return []
    const code = Number(told(status) ?? Number.NaN)
    return [
      {
        url: address,
        capturedAt,
        memento: null,
        digest: told(digest),
        status: Number.isInteger(code) ? code : null,
        type: told(type),
      },
    ]
  })
  return { mementos, more: [] }
}
