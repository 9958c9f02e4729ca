/** The answers of the archive that several commands print, as the typed client has them. */
import type { Answered, Client } from '../client.ts'

type AnswerTo<Ask extends (...args: never[]) => Promise<unknown>> = Answered<Awaited<ReturnType<Ask>>>
type RowOf<List extends { readonly data: readonly unknown[] }> = List['data'][number]

type Articles = Client['v1']['articles']
type Article = Articles[':slug']

export type Version = AnswerTo<Article['versions'][':number']['$get']>
export type Change = RowOf<AnswerTo<Article['changes']['$get']>>
export type IngestOutcome = AnswerTo<Article['versions']['$post']>
export type Review = RowOf<AnswerTo<Article['reviews']['$get']>>
export type MadeReview = AnswerTo<Article['reviews']['$post']>
export type Reanalysis = AnswerTo<Article['reanalysis']['$post']>
export type ReanalyzedSentence = RowOf<AnswerTo<Article['reanalysis']['$get']>>
export type Hit = RowOf<AnswerTo<Client['v1']['search']['$get']>>
export type Hook = RowOf<AnswerTo<Client['v1']['hooks']['$get']>>
export type Delivery = RowOf<AnswerTo<Client['v1']['hooks'][':id']['deliveries']['$get']>>
export type Watch = RowOf<AnswerTo<Client['v1']['watches']['$get']>>
export type Capture = RowOf<AnswerTo<Client['v1']['captures']['$get']>>
export type Token = RowOf<AnswerTo<Client['v1']['tokens']['$get']>>

/** The body of a review of a claim. */
export type Decision = Parameters<Article['claims'][':number']['reviews']['$post']>[0]['json']
/** The body of a review that adds a claim. */
export type Addition = Parameters<Article['reviews']['$post']>[0]['json']
