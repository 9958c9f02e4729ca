/** Each rule of trimming: lines that are no part of an article, and lines that resemble them and are. */
import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../src/capture/document/blocks.ts'
import { trimmed } from '../../src/capture/trimming/trim.ts'
import { pageWith, RUNNING } from './stage.ts'

const TITLE = 'Ferry Fares to Rise'

/** Whether a line with these words is left after trimming: one that stands behind the running text, or before it. */
function isLeft(html: string, before = false): boolean {
  const document = before ? pageWith('') : pageWith(html)
  if (before) document.querySelector('article')?.insertAdjacentHTML('afterbegin', html)
  const blocks = blocksOf(document.body)
  const lines = trimmed(blocks, TITLE).map(({ text }) => text)
  const text = blocks[before ? 0 : blocks.length - 1]?.text ?? ''
  return lines.includes(text)
}

const OUT: readonly (readonly [rule: string, lines: readonly string[]])[] = [
  [
    'link-list',
    [
      '<p><a href="/x">The harbour is dredged again</a></p>',
      '<li><a href="/x">A school for the old town, and what it costs.</a></li>',
      '<p>Background | <a href="/x">The harbour is dredged after ten years</a></p>',
    ],
  ],
  [
    'read-more',
    [
      '<p>Read more: The harbour is dredged again</p>',
      '<p>Lesen Sie auch: So alt sind die Boote</p>',
      '<p>À lire aussi : Le port s’ensable</p>',
      '<p>Te puede interesar: El puerto</p>',
      '<p>Related: The old boats</p>',
      '<p>Leggi anche</p>',
      '<p>Читайте также: Порт закрыт</p>',
    ],
  ],
  [
    'tools',
    ['<p>Share this article</p>', '<p>Facebook Twitter Email</p>', '<p>12 comments</p>', '<p>Drucken</p>', '<p>Print</p>'],
  ],
  [
    'counter-line',
    [
      '<p>Published 5 minutes ago</p>',
      '<p>Last updated: 2 hours ago</p>',
      '<p>3 days ago</p>',
      '<p>Just now</p>',
      '<p>Aktualisiert vor 10 Minuten</p>',
      '<p>Publié il y a 3 heures</p>',
      '<p>Actualizado hace 2 días</p>',
      '<p>1,204 views</p>',
      '<p>1.2k shares</p>',
      '<p>4 min read</p>',
      '<p>Lesezeit: 4 Minuten</p>',
      '<p>12 people are reading this now</p>',
    ],
  ],
  [
    'appeal',
    [
      '<p>Sign up for our newsletter.</p>',
      '<p>Follow us on Twitter and Facebook at @harbourpost.</p>',
      '<p>Please support our journalism with a donation.</p>',
      '<p>Get the best stories in your inbox.</p>',
      '<p>Unterstützen Sie uns mit einer Spende.</p>',
    ],
  ],
  [
    'caption-line',
    [
      '<p>Photo: Mira Holt</p>',
      '<p>The ferry leaves the harbour. (Image: Mira Holt via Getty Images)</p>',
      '<p>© Harbour Post</p>',
      '<p>Die Fähre im Hafen. Bild: Mira Holt</p>',
      '<p>The mayor at the harbour on Tuesday. | Mira Holt/AP Photo</p>',
    ],
  ],
  [
    'wall-line',
    [
      '<p>Already a subscriber? Log in here.</p>',
      '<p>Article réservé aux abonnés</p>',
      '<p>Jetzt weiterlesen mit Plus</p>',
      '<p>Pozostało jeszcze 89% artykułu</p>',
    ],
  ],
  [
    'embed-line',
    [
      '<p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.</p>',
      '<p>Your browser does not support the video element.</p>',
    ],
  ],
  [
    'post-data',
    [
      '<p>https://harbour-post.example/ferry</p>',
      '<p>Posted in News</p>',
      '<p>This entry was posted in News.</p>',
      '<p>Tags: ferry, fares</p>',
      '<p>Comments are closed</p>',
    ],
  ],
  [
    'desk-credits',
    [
      '<p>Reporting by Ada Moreno; Editing by Ben Okafor</p>',
      '<p>(dpa/afp)</p>',
      '<p>Mira Holt contributed to this report.</p>',
      '<p>Copyright 2025 Harbour Post. All rights reserved.</p>',
      '<p>Our Standards: The Principles of Trust.</p>',
    ],
  ],
  [
    'byline-line',
    ['<p>By Ada Moreno</p>', '<p>Von Jana Brink</p>', '<p>Updated: 12 March 2025</p>', '<p>Stand: 12.03.2025, 11:50 Uhr</p>'],
  ],
  ['repeated-title', ['<h2>Ferry Fares to Rise</h2>']],
  [
    'tail',
    [
      '<h2>Related articles</h2><p>The harbour is dredged again after ten years, the port says.</p>',
      '<h3>Leave a Reply</h3><p>I have taken this ferry for thirty years.</p>',
      '<h3>Das könnte Sie auch interessieren</h3><p>Der Hafen wird wieder ausgebaggert.</p>',
    ],
  ],
]

const IN: readonly (readonly [rule: string, lines: readonly string[]])[] = [
  [
    'link-list',
    [
      '<p>The <a href="/x">report</a> says that the boats are old.</p>',
      '<p><a href="/x">The council said on Tuesday that it would publish the report of the auditors in full, and that nobody had anything to hide in this matter or in any other one.</a></p>',
    ],
  ],
  [
    'read-more',
    [
      '<p>Read more closely, the report says the opposite of what the mayor told the council on Tuesday.</p>',
      '<p>Related costs rose by 4 percent to 12 million crowns, the operator said in its report for the year.</p>',
      '<p>Watch duty on the boats is done by two people, said the operator, and no fewer.</p>',
    ],
  ],
  [
    'counter-line',
    [
      '<p>The boat sank 5 minutes ago.</p>',
      '<p>Updated rules came into force 2 hours ago, the port said.</p>',
      '<p>Three years ago</p>',
      '<p>“Just now,” he said.</p>',
      '<p>219 passengers</p>',
      '<p>12,000 views of the film were counted on Monday.</p>',
      '<p>The crossing takes 20 minutes</p>',
    ],
  ],
  ['tools', ['<p>Share prices fell.</p>', '<p>Like a friend, he said.</p>', '<p>“Comment?” he asked.</p>']],
  [
    'appeal',
    [
      '<p>The newsletter of the port, which 40,000 people receive, had announced the rise on Monday, and nobody at the council knew about it before then, the mayor said.</p>',
      '<p>She donated 200 crowns to the campaign.</p>',
      '<p>He subscribes to the view that boats are better.</p>',
    ],
  ],
  [
    'caption-line',
    [
      '<p>Photographs of the boats show rust.</p>',
      '<p>Image is everything, said the mayor.</p>',
      '<p>“Foto” is the name of the boat.</p>',
    ],
  ],
  ['wall-line', ['<p>Subscribers of the paper protested.</p>']],
  ['embed-line', ['<p>External experts looked at the content of the tanks.</p>']],
  [
    'post-data',
    [
      '<p>Posted at the door was a list of names.</p>',
      '<p>Tags on the bags were red.</p>',
      '<p>Comments by the mayor were not to be had.</p>',
    ],
  ],
  [
    'desk-credits',
    [
      '<p>Reporting by the newspaper showed that the boats are old.</p>'.replace('Reporting by', 'The reporting of'),
      '<p>Sources in the council said that it would pass.</p>',
      '<p>The dpa said so.</p>',
    ],
  ],
  [
    'byline-line',
    [
      '<p>By Tuesday the boats were back.</p>'.replace('By Tuesday', 'By noon'),
      '<p>On 12 March 2025 the council voted for the rise, and on 1 May the fares go up by 12 percent.</p>',
    ],
  ],
  ['repeated-title', ['<h2>What changes in May</h2><p>Tickets rise.</p>']],
  ['tail', ['<h2>Comments by the mayor</h2><p>She said that the boats are old.</p>']],
  ['doubled', ['<p>No.</p><p>Yes.</p><p>No.</p>']],
]

describe.each(OUT)('%s takes out', (_, lines) => {
  test.each(lines)('%s', (html) => expect(isLeft(html)).toBe(false))
})

describe.each(IN)('%s leaves', (_, lines) => {
  test.each(lines)('%s', (html) => expect(isLeft(html)).toBe(true))
})

test.each(['<p>By Ada Moreno</p>', '<p>March 12, 2025</p>', '<h1>Ferry Fares to Rise</h1>'])(
  'before the text, %s is taken out',
  (html) => {
    expect(isLeft(html, true)).toBe(false)
  },
)

test.each([
  '<p>Correction: The fares rise by 12 percent. Sign up for our newsletter.</p>',
  '<p>Editor’s note: Read more about this <a href="/x">in the report</a>.</p>',
])('a note of the editor stays: %s', (html) => expect(isLeft(html)).toBe(true))

test('a heading with nothing below it is taken out', () => {
  expect(isLeft('<h2>What happens next</h2>')).toBe(false)
})

test('a block that stands twice is kept once', () => {
  const twice = blocksOf(pageWith(RUNNING).body)
  expect(trimmed(twice, TITLE)).toHaveLength(twice.length / 2)
})
