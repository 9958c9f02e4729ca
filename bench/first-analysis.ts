/** The first analysis of a fresh process: prints how long it takes in milliseconds. */
import { analyze } from '../src/core/analysis.ts'
import { article } from './article.ts'

const text = { ...article(1), publishedAt: null }
const start = performance.now()
analyze(text)
console.log(performance.now() - start)
