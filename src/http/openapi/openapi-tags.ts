/** The tags that group the operations of the OpenAPI document. */

export const TAGS = {
  Articles: 'The stories: their metadata, their addresses, and their present claims.',
  Versions: 'The distinct states of an article: immutable, numbered, chained by hashes; and how two of them differ.',
  Claims: 'Propositions with one identity across all versions of an article.',
  Changes: 'What happened to claims from each version to the next, and the feed of all changes.',
  Feeds: 'Changes for feed readers: Atom (RFC 4287) and JSON Feed 1.1.',
  Sources: 'The people, bodies and documents to which claims are attributed.',
  Reviews: 'The decisions of people about claims and changes.',
  Search: 'Words in the sentences and claims of all versions.',
  Statistics: 'How many changes there were, as time series for charts.',
  Captures: 'The pages and feeds that the archive reads by itself, and every try to read one.',
  Hooks: 'Signed webhooks (Standard Webhooks) with the filters of the change feed.',
  'Time travel': 'Memento (RFC 7089): the TimeGate and the TimeMap of an article.',
  Analysis: 'The analysis of texts that are not stored. Offsets are those of the text as sent.',
  Tokens: 'Bearer tokens, their scopes, and what was written with them.',
  Service: 'The service itself.',
} as const

export type Tag = keyof typeof TAGS
