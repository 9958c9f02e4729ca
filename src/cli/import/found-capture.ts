/** The captures that a source holds, before any of them is read. */

export interface FoundCapture {
  /** The address of the page on its site. */
  readonly url: string
  /** ISO 8601, UTC, with milliseconds. */
  readonly capturedAt: string
  /** Where it is read from: the address of a memento, or a file. */
  readonly source: string
  readonly load: () => Promise<LoadedCapture | NotLoaded>
}

/** The answer of the page's server at that time. */
export interface LoadedCapture {
  readonly status: number
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  /** The time of what was read, where it is another than that which was asked. */
  readonly capturedAt?: string | undefined
}

export interface NotLoaded {
  readonly missing: string
}

export interface CaptureSource {
  readonly captures: readonly FoundCapture[]
  /** The other content of the source, by the reason for which it is left out. */
  readonly skipped: ReadonlyMap<string, number>
  /** Whether reading a capture is a request to somebody's server. */
  readonly isRemote: boolean
  /** Removes what was unpacked. */
  readonly close: () => Promise<void>
}

/** Counts what is left out, by the reason. */
export class Skipped extends Map<string, number> {
  add(reason: string): void {
    this.set(reason, (this.get(reason) ?? 0) + 1)
  }
}

/** The media types of pages. */
export const isPage = (type: string): boolean => /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)

/** The address in the form in which it is compared, without a default port and a fragment; null: it is none of the web. */
export function webAddressOf(text: string): string | null {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url.href
}

/** The time of a timestamp of 4 to 14 digits, as web archives write them; null: it is none. "20250312120500" → "2025-03-12T12:05:00.000Z". */
export function timeOfStamp(stamp: string): string | null {
  const parts = /^(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\d{0,3}$/.exec(stamp)
  if (!parts) return null
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const time = new Date(text)
  return Number.isNaN(time.getTime()) || time.toISOString() !== text ? null : text
}
