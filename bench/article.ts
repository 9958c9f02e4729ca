/** A made-up news article of about 7 KB and 60 sentences, each of them a claim, the same at every call. */

const NAMES = ['Ada Moreno', 'Tomas Lind', 'Ruth Okafor', 'Pavel Hruby', 'Mina Castellan', 'Jonas Aalto']
const ROLES = ['the mayor', 'the harbour master', 'a spokeswoman', 'the chief engineer', 'an analyst', 'the treasurer']
const CUES = ['said', 'warned', 'announced', 'estimated', 'acknowledged', 'insisted']
const MATTERS = [
  'the new ferry line will carry about {n} passengers a day once both piers are open',
  'repairs to the northern breakwater could cost {n} million crowns and last until spring',
  'at least {n} households in the old quarter have been without heating since the storm',
  'the council has agreed to buy {n} electric buses from a maker in the south',
  'work on the tunnel may stop for {n} weeks if the groundwater does not fall',
]

/** The word that stands in the `n`th of the article's sentences: varied, but never random. */
function pick(words: readonly string[], n: number): string {
  return words[n % words.length] ?? ''
}

function sentence(n: number, amount: number): string {
  const matter = pick(MATTERS, n).replace('{n}', String(amount))
  const who = `${pick(NAMES, n * 5 + 1)}, ${pick(ROLES, n * 7 + 2)}`
  const cue = pick(CUES, n)
  return n % 3 === 0 ? `${who}, ${cue} that ${matter}.` : `${matter[0]?.toUpperCase()}${matter.slice(1)}, ${cue} ${who}.`
}

/** The body of the article's version `edition`: one amount, in one sentence, differs from the edition before. */
export function article(edition: number): { title: string; body: string } {
  const sentences = Array.from({ length: 60 }, (_, n) => sentence(n, n === 30 ? 1000 + edition : 12 + n))
  const paragraphs = Array.from({ length: 20 }, (_, p) => sentences.slice(p * 3, p * 3 + 3).join(' '))
  return { title: 'Harbour city weighs a tunnel, a ferry and the cost of both', body: paragraphs.join('\n\n') }
}
