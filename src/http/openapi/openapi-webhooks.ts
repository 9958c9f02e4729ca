/** The messages to hooks, as the OpenAPI document describes them; hooks/message.ts builds them. */
import { MOST_CHANGES } from '../../hooks/message.ts'
import { MOST_STORIES } from '../../hooks/summary.ts'

const text = { type: 'string' as const }
const time = { ...text, description: 'ISO 8601, UTC' }

const header = (name: string, description: string, schema: object = text) => ({
  in: 'header' as const,
  name,
  required: true,
  description,
  schema,
})

const HEADERS = [
  header('webhook-id', 'The message: the same at every attempt'),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970', { ...text, pattern: '^[0-9]+$' }),
  header(
    'webhook-signature',
    'Standard Webhooks: `v1,` and the signature; two of them for a day after the secret was replaced',
  ),
]

/** A closed object that has all of these. */
const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object' as const,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const message = (type: string, operationId: string, summary: string, data: object) => ({
  post: {
    operationId,
    tags: ['Hooks'],
    // Its signature is among the headers.
    security: [],
    summary,
    parameters: HEADERS,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: object({ type: { const: type }, timestamp: time, data }) } },
    },
    responses: {
      '2XX': { description: 'The message is accepted' },
      410: { description: 'The hook is disabled at once' },
      default: { description: 'It is sent again later' },
    },
  },
})

const count = { type: 'integer' as const }

const counts = object({
  changes: count,
  added: { ...count, description: 'Those that only add a claim' },
  kinds: { type: 'object', additionalProperties: count, description: 'A change of several kinds counts once for each' },
  told: { ...count, description: 'Those that alter what readers had been told' },
  disclosed: { ...count, description: 'Those of them that the article speaks of' },
})

/** By the type of the message. */
export const webhooks = {
  'changes.recorded': message(
    'changes.recorded',
    'changesRecorded',
    'Changes that one write to one article recorded',
    object({
      article: text,
      url: text,
      page: { ...text, description: 'The page of the article, for people' },
      versions: { type: 'array', items: { type: 'integer' }, description: 'The versions to which the changes led' },
      next: { ...text, description: 'The cursor of /v1/changes behind them' },
      changes: { type: 'array', minItems: 1, maxItems: MOST_CHANGES, items: { $ref: '#/components/schemas/Change' } },
      pages: { type: 'array', items: text, description: 'The pages that show the changes, in their order' },
    }),
  ),
  'changes.digest': message(
    'changes.digest',
    'changesDigest',
    'The changes of a day or a week, summed up, for a hook with that rhythm',
    object({
      every: { enum: ['day', 'week'] },
      from: { ...time, description: 'When the first of them was recorded' },
      to: { ...time, description: 'When the last of them was recorded' },
      counts,
      next: { ...text, description: 'The cursor of /v1/changes behind them' },
      stories: {
        type: 'array',
        minItems: 1,
        maxItems: MOST_STORIES,
        description: 'Those that changed most',
        items: object({
          article: text,
          title: text,
          url: text,
          page: { ...text, description: 'The page of the article, for people' },
          counts,
          changes: { type: 'array', items: { $ref: '#/components/schemas/Change' }, description: 'The weightiest of them' },
        }),
      },
      more_stories: { type: 'integer', description: 'How many more stories changed' },
    }),
  ),
  ping: message('ping', 'ping', 'A message that tests a hook', object({ hook: { ...text, description: 'Its resource' } })),
}
