/** Watches: the fields of a new one, and the reads and writes that routes and forms share. */
import type { Context } from 'hono'
import { z } from 'zod'
import { WATCH_KINDS } from '../../store/capture-schema.ts'
import type { WatchRow } from '../../store/captures/watches.ts'
import { findArticle } from '../../store/read/articles.ts'
import { changeWatch, checkNow, createWatch, removeWatch, watchOf } from '../../watching/watches.ts'
import type { Watching, WatchSettings } from '../../watching/watching.ts'
import { PRODUCT } from '../../web/robots.ts'
import type { App } from '../context.ts'
import { found } from '../request/article-path.ts'
import { line, slug, webAddress } from '../request/values.ts'

/** The shortest and the longest interval that a watch may be given, in seconds. */
const SHORTEST = 60
const LONGEST = 366 * 86_400

const selectors = z
  .array(z.string().trim().min(1).max(300))
  .max(50)
  .meta({ description: 'CSS selectors', example: ['.liveblog-note'] })

/** The fields that a watch has when it is created and when it is changed. */
export const watchFields = {
  keep: selectors.optional(),
  drop: selectors.optional(),
  publication: line(200).optional(),
  every: z.int().min(SHORTEST).max(LONGEST).nullable().optional().meta({
    description: 'The interval between two checks, in seconds; null: by the time since the last change',
  }),
}

export const newWatch = {
  url: webAddress,
  kind: z
    .enum(WATCH_KINDS)
    .optional()
    .meta({ description: 'By default a page; a feed at that address is recognized by the first check' }),
  article: slug
    .optional()
    .meta({ description: 'The article whose versions the page has; by default the first good capture makes one' }),
  ...watchFields,
}

const nowOf = (c: Context<App>) => new Date(c.var.clock()).toISOString()

/** The pause between two captures of a host where the settings say nothing, in seconds. */
const PAUSE = 2

/** The needs of a check, from the variables of a route. */
export function watchingOf({
  store,
  config,
  clock,
  get,
  raw,
}: Pick<App['Variables'], 'store' | 'config' | 'clock' | 'get' | 'raw'>): Watching {
  const { captureContact, publicUrl, capturePause = PAUSE, captureTimeout: timeout, webArchive } = config
  const { privateCaptures: anywhere = false } = config
  const contact = captureContact ?? publicUrl
  const userAgent = `${PRODUCT}/1.0${contact ? ` (+${contact})` : ''}`
  const pause = capturePause * 1000
  return { store, clock, get, raw, anywhere, userAgent, publicUrl, webArchive, random: Math.random, pause, timeout }
}

/** Records a watch. Throws Failure: invalid, not_found, conflict. */
export async function makeWatch(c: Context<App>, given: z.output<z.ZodObject<typeof newWatch>>): Promise<WatchRow> {
  const { url, kind = 'page', article = null, every = null, ...settings } = given
  const { store, config } = c.var
  const known = article === null ? null : found(await findArticle(store, article), article).slug
  return createWatch(
    store,
    { url, kind, article: known, every, settings: settingsOf(settings) },
    nowOf(c),
    config.privateCaptures === true,
  )
}

/** The settings of these fields, without those that were not given. */
export const settingsOf = ({
  keep,
  drop,
  publication,
}: {
  keep?: string[] | undefined
  drop?: string[] | undefined
  publication?: string | null | undefined
}): WatchSettings => ({
  ...(keep?.length && { keep }),
  ...(drop?.length && { drop }),
  ...(publication && { publication }),
})

export const watchPatch = {
  ...watchFields,
  paused: z
    .boolean()
    .optional()
    .meta({ description: 'true: no checks until it is false again; false also starts a watch that stopped' }),
}

/** Changes a watch. Throws Failure not_found. */
export async function patchWatch(
  c: Context<App>,
  id: number,
  given: z.output<z.ZodObject<typeof watchPatch>>,
): Promise<WatchRow> {
  const { every, paused, keep, drop, publication } = given
  const { store } = c.var
  const before = await watchOf(store, id)
  const known = JSON.parse(before.settings) as WatchSettings
  const settings = JSON.stringify(
    settingsOf({
      keep: keep ?? known.keep?.slice(),
      drop: drop ?? known.drop?.slice(),
      publication: publication === undefined ? known.publication : publication,
    }),
  )
  const now = nowOf(c)
  const dueAt = paused === true ? null : paused === false && before.dueAt === null ? now : undefined
  return changeWatch(store, id, { settings, every, dueAt }, now)
}

/** Checks a watch now; see checkNow(). */
export const checkAtOnce = (c: Context<App>, id: number) => checkNow(watchingOf(c.var), id)

/** Removes a watch; its captures stay. Throws Failure not_found. */
export const withoutWatch = (c: Context<App>, id: number) => removeWatch(c.var.store, id)
