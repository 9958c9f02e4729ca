/** The entry of the threads on which the Node entry analyzes texts. */
import { analysisAnswer } from './http/json/analysis-json.ts'
import { serveJobs } from './runtime/thread-jobs.ts'

serveJobs(analysisAnswer)
