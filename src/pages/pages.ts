/** All pages, as one app. A page is a route here; its folder has what it draws. */
import { Hono } from 'hono'
import type { App } from '../http/context.ts'
import { claimRoute } from './claim/claim-page.ts'
import { compareRoute } from './compare/compare-page.ts'
import { claimCard } from './embed/claim-card.ts'
import { storyLanes } from './embed/story-lanes.ts'
import { frontRoute } from './front/front-page.ts'
import { guideRoute } from './guide/guide-page.ts'
import { searchRoute } from './search/search-page.ts'
import { sourceRoute } from './sources/source-page.ts'
import { sourcesRoute } from './sources/sources-page.ts'
import { storyRoute } from './story/story-page.ts'
import { tryRoute } from './try/try-page.ts'
import { versionRoute } from './version/version-page.ts'

export const pages = new Hono<App>()
  .route('/', frontRoute)
  .route('/', storyRoute)
  .route('/', claimRoute)
  .route('/', claimCard)
  .route('/', storyLanes)
  .route('/', guideRoute)
  .route('/', tryRoute)
  .route('/', searchRoute)
  .route('/', sourcesRoute)
  .route('/', sourceRoute)
  .route('/', compareRoute)
  .route('/', versionRoute)
