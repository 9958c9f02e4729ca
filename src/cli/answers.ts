/** The answers of the archive that several commands print, as the typed client has them. */
import type { Answered, Client } from '../client.ts'

type AnswerTo<Ask extends (...args: never[]) => Promise<unknown>> = Answered<Awaited<ReturnType<Ask>>>
type RowOf<List extends { readonly data: readonly unknown[] }> = List['data'][number]

type Articles = Client['v1']['articles']
type OneArticle = Articles[':slug']

export type Article = RowOf<AnswerTo<Articles['$get']>>
export type Claim = RowOf<AnswerTo<OneArticle['claims']['$get']>>
export type Source = RowOf<AnswerTo<Client['v1']['sources']['$get']>>
export type Version = AnswerTo<OneArticle['versions'][':number']['$get']>
export type Change = RowOf<AnswerTo<OneArticle['changes']['$get']>>
export type IngestOutcome = AnswerTo<OneArticle['versions']['$post']>
export type Review = RowOf<AnswerTo<OneArticle['reviews']['$get']>>
export type MadeReview = AnswerTo<OneArticle['reviews']['$post']>
export type Reanalysis = AnswerTo<OneArticle['reanalysis']['$post']>
export type ReanalyzedSentence = RowOf<AnswerTo<OneArticle['reanalysis']['$get']>>
export type Hit = RowOf<AnswerTo<Client['v1']['search']['$get']>>
export type Hook = RowOf<AnswerTo<Client['v1']['hooks']['$get']>>
export type Delivery = RowOf<AnswerTo<Client['v1']['hooks'][':id']['deliveries']['$get']>>
export type Watch = RowOf<AnswerTo<Client['v1']['watches']['$get']>>
export type Capture = RowOf<AnswerTo<Client['v1']['captures']['$get']>>
export type AuditEntry = RowOf<AnswerTo<Client['v1']['audit']['$get']>>
export type Token = RowOf<AnswerTo<Client['v1']['tokens']['$get']>>

/** The body of a review of a claim. */
export type Decision = Parameters<OneArticle['claims'][':number']['reviews']['$post']>[0]['json']
/** The body of a review that adds a claim. */
export type Addition = Parameters<OneArticle['reviews']['$post']>[0]['json']
