/** All pages, as one app. A page is a route here; its folder has what it draws. */
import { Hono } from 'hono'
import type { App } from '../http/context.ts'
import { readsSession } from '../http/request/session-cookie.ts'
import { hookRoute } from './admin/hook-page.ts'
import { hooksRoute } from './admin/hooks-page.ts'
import { signInRoute } from './admin/sign-in-page.ts'
import { tokensRoute } from './admin/tokens-page.ts'
import { checksRoute } from './captures/checks-page.ts'
import { watchRoute } from './captures/watch-page.ts'
import { watchesRoute } from './captures/watches-page.ts'
import { changesRoute } from './changes/changes-page.ts'
import { claimEdits } from './claim/claim-edits.ts'
import { claimRoute } from './claim/claim-page.ts'
import { compareRoute } from './compare/compare-page.ts'
import { aliasForm } from './editing/alias-form.ts'
import { articleForms } from './editing/article-forms.ts'
import { metadataForm } from './editing/metadata-form.ts'
import { newClaimForm } from './editing/new-claim-form.ts'
import { withholdingForm } from './editing/withholding-form.ts'
import { claimCard } from './embed/claim-card.ts'
import { storyLanes } from './embed/story-lanes.ts'
import { setsPolicy } from './frame/answer-page.ts'
import { negotiated } from './frame/negotiate.ts'
import { frontRoute } from './front/front-page.ts'
import { guideRoute } from './guide/guide-page.ts'
import { archiveRecord } from './record/archive-record.ts'
import { articleRecord } from './record/article-record.ts'
import { verifyNow } from './record/verify-now.ts'
import { searchRoute } from './search/search-page.ts'
import { sourceRoute } from './sources/source-page.ts'
import { sourcesRoute } from './sources/sources-page.ts'
import { storyRoute } from './story/story-page.ts'
import { tryRoute } from './try/try-page.ts'
import { versionRoute } from './version/version-page.ts'

export const pages = new Hono<App>()
  .use(setsPolicy)
  .use(negotiated)
  .use(readsSession)
  .route('/', frontRoute)
  .route('/', changesRoute)
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
  .route('/', articleRecord)
  .route('/', archiveRecord)
  .route('/', verifyNow)
  // The editors' side.
  .route('/', signInRoute)
  .route('/', claimEdits)
  .route('/', articleForms)
  .route('/', metadataForm)
  .route('/', aliasForm)
  .route('/', newClaimForm)
  .route('/', withholdingForm)
  .route('/', hooksRoute)
  .route('/', hookRoute)
  .route('/', tokensRoute)
  .route('/', checksRoute)
  .route('/', watchesRoute)
  .route('/', watchRoute)
