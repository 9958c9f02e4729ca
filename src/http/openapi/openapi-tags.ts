/** What the operations of the OpenAPI document are about. */

export const TAGS = {
  Articles: 'The stories: their metadata, their addresses, and what they claim at present.',
  Versions: 'The distinct states of an article: immutable, numbered, chained by hashes; and how two of them differ.',
  Claims: 'Propositions with one identity across all versions of an article.',
  Changes: 'What happened to claims from a version to the next, and the feed of it.',
  Feeds: 'Changes for feed readers: Atom (RFC 4287) and JSON Feed 1.1.',
  Sources: 'Who is reported to say it.',
  Reviews: 'What people decided of claims and changes.',
  Search: 'Words in the sentences and claims of all versions.',
  Statistics: 'How many changes there were, as time series for charts.',
  Hooks: 'Signed webhooks (Standard Webhooks) with the filters of the change feed.',
  'Time travel': 'Memento (RFC 7089): the TimeGate and the TimeMap of an article.',
  Analysis: 'Texts analysed without storing them. Offsets are those of the text as sent.',
  Tokens: 'Who may do what.',
  Service: 'The service itself.',
} as const

export type Tag = keyof typeof TAGS
