/** A large made-up story: 50 versions of 200 claims, nearly all of which change. */

const CLAIMS = 200
/** Sentences a paragraph. */
const PARAGRAPH = 5

/** The versions in order, as they are posted. */
export const largeStory = (versions = 50) =>
  Array.from({ length: versions }, (_, version) => {
    const sentences = Array.from({ length: CLAIMS }, (_, n) => {
      // From one version on: in each of them four tolls rise and two mayors are named.
      const toll = 10 + n + (n % 50 < version ? 5 : 0)
      const mayor = n % 100 < version ? `Mayor Ada Brill of district ${n}` : `the mayor of district ${n}`
      return `The flood in district ${n} has displaced ${toll} people, ${mayor} said.`
    })
    const paragraphs = Array.from({ length: CLAIMS / PARAGRAPH }, (_, k) =>
      sentences.slice(PARAGRAPH * k, PARAGRAPH * (k + 1)).join(' '),
    )
    return {
      title: `The great flood, hour ${version}`,
      body: paragraphs.join('\n\n'),
      captured_at: new Date(Date.UTC(2026, 0, 1, version)).toISOString(),
    }
  })
