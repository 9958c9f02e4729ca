/** A version in the words of schema.org, as JSON-LD 1.1: a NewsArticle with its Claims and where they appear. */
import { z } from 'zod'
import { codePointOffsets } from '../../core/text/code-point-offsets.ts'
import { bylineAuthors } from './byline.ts'
import type { Addresses } from './memento.ts'
import type { versionJson } from './version-json.ts'

export const JSON_LD = 'application/ld+json'

/** The terms are schema.org's; places in the text are those of the W3C's Web Annotation vocabulary, written with its prefix. */
const CONTEXT = ['https://schema.org', { oa: 'http://www.w3.org/ns/oa#' }] as const

/** How much text before and after a quotation identifies it, in code points. */
const AROUND = 32

const reference = z.object({ '@id': z.string() })
const agent = z.object({
  '@type': z.enum(['Person', 'Organization']).optional(),
  '@id': z.string().optional(),
  name: z.string(),
})

const appearanceSchema = z.object({
  '@type': z.tuple([z.literal('CreativeWork'), z.literal('oa:SpecificResource')]),
  isPartOf: reference,
  text: z.string(),
  'oa:hasSource': reference.describe('The headline or the body'),
  'oa:hasSelector': z.tuple([
    z.object({
      '@type': z.literal('oa:TextPositionSelector'),
      'oa:start': z.int().describe('In Unicode code points, as that vocabulary has it'),
      'oa:end': z.int(),
    }),
    z.object({
      '@type': z.literal('oa:TextQuoteSelector'),
      'oa:prefix': z.string(),
      'oa:exact': z.string(),
      'oa:suffix': z.string(),
    }),
  ]),
})

const claimSchema = z.object({
  '@type': z.literal('Claim'),
  '@id': z.string(),
  name: z.string(),
  text: z.string(),
  author: agent.optional().describe('The source to whom it is attributed; the publication, where the article itself makes it'),
  citation: z
    .object({ '@type': z.literal('CreativeWork'), name: z.string() })
    .optional()
    .describe('The document to which it is attributed'),
  appearance: z.array(appearanceSchema),
  firstAppearance: reference.optional(),
})

const partSchema = z.object({
  '@type': z.literal('WebPageElement'),
  '@id': z.string(),
  name: z.enum(['headline', 'articleBody']),
})

export const newsArticleSchema = z
  .object({
    '@context': z.tuple([z.literal(CONTEXT[0]), z.object({ oa: z.literal(CONTEXT[1].oa) })]),
    '@type': z.literal('NewsArticle'),
    '@id': z.string(),
    url: z.string(),
    headline: z.string(),
    articleBody: z.string(),
    wordCount: z.int(),
    inLanguage: z.string().optional(),
    datePublished: z.string().optional(),
    dateModified: z.string().optional(),
    version: z.int(),
    identifier: z.object({ '@type': z.literal('PropertyValue'), propertyID: z.literal('content_hash'), value: z.string() }),
    creditText: z.string().optional().describe('The byline'),
    author: z.array(agent).optional(),
    publisher: agent.optional(),
    isBasedOn: z.string().optional().describe('The address at which it was read'),
    exampleOfWork: z.object({
      '@type': z.literal('NewsArticle'),
      '@id': z.string(),
      sameAs: z.string().optional().describe('The article on the web'),
    }),
    hasPart: z.array(z.union([partSchema, claimSchema])),
  })
  .meta({ id: 'NewsArticle' })

type Claim = z.infer<typeof claimSchema>
type Agent = z.infer<typeof agent>

/** The facts in the JSON-LD of a version that are not in its JSON. */
export interface NewsArticleFacts {
  readonly addresses: Addresses
  readonly publication: string | null
  /** The first version that has each claim, by its number. */
  readonly firstVersions: ReadonlyMap<number, number | null>
}

/** The version as JSON-LD. Claims that people rejected are left out; the claims' labels are those that people gave. */
export function newsArticle(
  version: ReturnType<typeof versionJson>,
  facts: NewsArticleFacts,
): z.infer<typeof newsArticleSchema> {
  const { article, original, versions } = facts.addresses
  const id = `${versions}/${version.number}`
  const publisher: Agent | null =
    facts.publication === null ? null : { '@type': 'Organization', '@id': `${article}#publisher`, name: facts.publication }
  const authors = bylineAuthors(version.byline ?? '')
  return {
    '@context': [CONTEXT[0], { ...CONTEXT[1] }],
    '@type': 'NewsArticle',
    '@id': id,
    url: id,
    headline: version.title,
    articleBody: version.body,
    wordCount: version.word_count,
    ...(version.language && { inLanguage: version.language }),
    ...(version.published_at && { datePublished: version.published_at }),
    ...(version.modified_at && { dateModified: version.modified_at }),
    version: version.number,
    identifier: { '@type': 'PropertyValue', propertyID: 'content_hash', value: version.content_hash },
    ...(version.byline && { creditText: version.byline }),
    ...(authors.length && { author: authors.map((name) => ({ '@type': 'Person' as const, name })) }),
    ...(publisher && { publisher }),
    ...(version.source_url && { isBasedOn: version.source_url }),
    exampleOfWork: { '@type': 'NewsArticle', '@id': article, ...(original !== article && { sameAs: original }) },
    hasPart: [
      { '@type': 'WebPageElement', '@id': `${id}#headline`, name: 'headline' },
      { '@type': 'WebPageElement', '@id': `${id}#articleBody`, name: 'articleBody' },
      ...claimsOf(version, id, publisher, facts),
    ],
  }
}

function claimsOf(
  version: ReturnType<typeof versionJson>,
  id: string,
  publisher: Agent | null,
  { addresses, firstVersions }: NewsArticleFacts,
): Claim[] {
  const parts = {
    headline: { text: version.title, id: `${id}#headline`, at: codePointOffsets(version.title) },
    articleBody: { text: version.body, id: `${id}#articleBody`, at: codePointOffsets(version.body) },
  }
  const appearance = (zone: string, [start, end]: readonly [number, number]): Claim['appearance'][number] => {
    const { text, id: part, at } = parts[zone === 'headline' ? 'headline' : 'articleBody']
    const exact = text.slice(start, end)
    return {
      '@type': ['CreativeWork', 'oa:SpecificResource'],
      isPartOf: { '@id': id },
      text: exact,
      'oa:hasSource': { '@id': part },
      'oa:hasSelector': [
        { '@type': 'oa:TextPositionSelector', 'oa:start': at(start), 'oa:end': at(end) },
        {
          '@type': 'oa:TextQuoteSelector',
          'oa:prefix': [...text.slice(Math.max(0, start - 2 * AROUND), start)].slice(-AROUND).join(''),
          'oa:exact': exact,
          'oa:suffix': [...text.slice(end, end + 2 * AROUND)].slice(0, AROUND).join(''),
        },
      ],
    }
  }
  return (version.claims ?? [])
    .filter(({ verdict }) => verdict !== 'rejected')
    .map((claim) => {
      const first = firstVersions.get(claim.number)
      return {
        '@type': 'Claim',
        '@id': `${addresses.article}/claims/${claim.number}`,
        name: claim.label,
        text: claim.content.text,
        ...attributionOf(claim.source, publisher),
        appearance: claim.content.spans.map((span) => appearance(claim.zone, span)),
        ...(first && { firstAppearance: { '@id': `${addresses.versions}/${first}` } }),
      }
    })
}

/** The source of a claim. A named source has no type, since it may be a person or an organization. */
function attributionOf(
  source: { readonly kind: string; readonly name: string | null; readonly text: string | null },
  publisher: Agent | null,
): Pick<Claim, 'author' | 'citation'> {
  if (source.kind === 'author') return publisher ? { author: publisher } : {}
  const name = source.name ?? source.text
  if (name === null) return {}
  return source.kind === 'document' ? { citation: { '@type': 'CreativeWork', name } } : { author: { name } }
}
