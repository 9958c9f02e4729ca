/** The addresses that hubs call (WebSub). They are for hubs alone, which know each by the id that a subscription gives them. */
import { Hono } from 'hono'
import { Failure } from '../../../failure.ts'
import { hubReported, hubTold } from '../../../watching/websub/callbacks.ts'
import type { App } from '../../context.ts'
import { bodyOf } from '../../request/json-body.ts'

const ID = '/:id{[0-9a-f]{64}}'

/** The most bytes of a report that are read. */
const MOST_BYTES = 1024 * 1024

/** Under /websub. */
export const websub = new Hono<App>()
  .get(ID, async (c) => {
    const told = {
      mode: c.req.query('hub.mode'),
      topic: c.req.query('hub.topic'),
      leaseSeconds: c.req.query('hub.lease_seconds'),
      reason: c.req.query('hub.reason'),
    }
    const challenge = c.req.query('hub.challenge') ?? ''
    c.header('Cache-Control', 'no-store')
    const isAsked = challenge !== '' || told.mode === 'denied'
    if (isAsked && (await hubTold(c.var.store, c.req.param('id'), told, c.var.clock()))) return c.text(challenge)
    throw new Failure('not_found', 'Nothing was asked of a hub that this would confirm.')
  })
  .post(ID, async (c) => {
    const { store, clock } = c.var
    const isKnown = await hubReported(
      store,
      c.req.param('id'),
      c.req.header('x-hub-signature'),
      () => bodyOf(c, MOST_BYTES),
      clock(),
    )
    // To a hub, 410 says that the subscription is over.
    return c.body(null, isKnown ? 204 : 410)
  })
