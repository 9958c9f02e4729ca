/** The tools of the Model Context Protocol, in the order in which they are listed. */
import type { Tool } from './tool.ts'
import { claimTrail } from './tools/claim-trail.ts'
import { claimsAt } from './tools/claims-at.ts'
import { claimsOfSource } from './tools/claims-of-source.ts'
import { compareTexts } from './tools/compare-texts.ts'
import { compareTwo } from './tools/compare-two.ts'
import { findArticle } from './tools/find-article.ts'
import { listChanges } from './tools/list-changes.ts'
import { listSources } from './tools/list-sources.ts'
import { listStories } from './tools/list-stories.ts'
import { listVersions } from './tools/list-versions.ts'
import { readText } from './tools/read-version.ts'
import { searchText } from './tools/search-text.ts'

export const TOOLS: readonly Tool[] = [
  findArticle,
  listStories,
  listChanges,
  listVersions,
  readText,
  compareTwo,
  claimsAt,
  claimTrail,
  searchText,
  listSources,
  claimsOfSource,
  compareTexts,
]
