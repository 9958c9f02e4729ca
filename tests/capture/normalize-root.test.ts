/** Pages whose source has not the elements that the HTML standard gives each page. */
import { expect, test } from 'vitest'
import { capturePage } from '../../src/capture/capture-page.ts'
import { RUNNING } from './stage.ts'

const read = (html: string) => capturePage({ html, url: 'https://harbour-post.example/news/ferry' }).reading

test.each([
  ['a warning before it', (page: string) => `<br><b>Warning</b>: no such file<br>${page}`],
  ['metadata before it', (page: string) => `<meta name="x" content="y"><style>p { color: red }</style>${page}`],
  ['a script between head and body', (page: string) => page.replace('<body>', '<script>x()</script><body>')],
  ['no head', (page: string) => page.replace(/<\/?head>/g, '')],
  ['no body', (page: string) => page.replace(/<\/?body>/g, '')],
  ['a head that is not closed', (page: string) => page.replace(/<\/head>|<\/?body>/g, '')],
  ['an element before the head', (page: string) => page.replace('<head>', '<script>x()</script><head>')],
  [
    'a conditional comment in place of html',
    (page: string) => page.replace('<html>', '<!--[if IE]><html><![endif]-->').replace('</html>', ''),
  ],
  ['a second body', (page: string) => page.replace('<article>', '</body><body><article>')],
])('a page with %s is read as browsers do', (_name, mend) => {
  const page = `<html><head><title>Ferry Fares Rise</title></head><body><h1>Ferry Fares Rise</h1><p>By Ada Moreno, 12 March 2025</p><article>${RUNNING}</article></body></html>`
  expect(read(mend(page))).toEqual(read(page))
})
