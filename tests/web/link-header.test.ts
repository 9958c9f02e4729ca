/** The links of a header field, in every form that RFC 8288 has. */
import { expect, test } from 'vitest'
import { linksIn } from '../../src/web/link-header.ts'

test.each<[field: string, links: [href: string, ...rels: string[]][]]>([
  ['<https://hub.example/>; rel="hub"', [['https://hub.example/', 'hub']]],
  ['<https://hub.example/>;rel=hub', [['https://hub.example/', 'hub']]],
  ['<https://hub.example/> ; REL = "Hub"', [['https://hub.example/', 'hub']]],
  [
    '<https://a.example/>; rel="hub", <https://b.example/>; rel="self"',
    [
      ['https://a.example/', 'hub'],
      ['https://b.example/', 'self'],
    ],
  ],
  ['<https://a.example/?x=1,2;3>; rel="hub self"', [['https://a.example/?x=1,2;3', 'hub', 'self']]],
  ['<https://a.example/>; title="a, <b>; rel=self"; rel=hub', [['https://a.example/', 'hub']]],
  ['<https://a.example/>; title="a \\"; rel=self"; rel=hub', [['https://a.example/', 'hub']]],
  ['<https://a.example/>; rel=hub; rel=self', [['https://a.example/', 'hub']]],
  ['<https://a.example/>; crossorigin; rel=preload', [['https://a.example/', 'preload']]],
  ['</hub>; rel=hub', [['/hub', 'hub']]],
  ['<https://a.example/>', [['https://a.example/']]],
  ['<https://a.example/>; notrel=hub', [['https://a.example/']]],
  ['https://a.example/; rel=hub', []],
  ['', []],
  ['<<<<', []],
])('%s', (field, links) => {
  expect(linksIn(field).map(({ href, rels }) => [href, ...rels])).toEqual(links)
})
