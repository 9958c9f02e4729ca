/** Bytes of pages and the text that browsers make of them. */
import { describe, expect, test } from 'vitest'
import { decodePage } from '../../src/capture/charset.ts'

/** Latin-1 text as bytes: a unit a byte. */
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** The same words in several encodings, byte by byte. */
const WORDS: readonly (readonly [charset: string, written: string, text: string])[] = [
  ['windows-1251', '\xcf\xee\xf0\xf2 \xe7\xe0\xea\xf0\xfb\xf2', 'Порт закрыт'],
  ['koi8-r', '\xf0\xcf\xd2\xd4', 'Порт'],
  ['iso-8859-2', 'po\xb3\xb1czenie', 'połączenie'],
  ['iso-8859-15', '12 \xa4', '12 €'],
  ['windows-1252', '\x93Ferry\x94 \x80', '“Ferry” €'],
  ['windows-1256', '\xe3\xed\xe4\xc7\xc1', 'ميناء'],
  ['iso-8859-7', '\xeb\xe9\xec\xdc\xed\xe9', 'λιμάνι'],
  ['shift_jis', '\x8d\x60', '港'],
  ['euc-jp', '\xb9\xc1', '港'],
  ['gb18030', '\xb8\xdb\xbf\xda', '港口'],
  ['gbk', '\xb8\xdb\xbf\xda', '港口'],
  ['big5', '\xb4\xe4', '港'],
  ['euc-kr', '\xc7\xd7\xb1\xb8', '항구'],
]

describe.each(WORDS)('%s', (charset, written, text) => {
  test('in the header', () => {
    expect(decodePage(bytes(`<p>${written}`), `text/html; charset=${charset}`)).toEqual({
      text: `<p>${text}`,
      charset,
      from: 'header',
    })
  })

  test('in a meta element', () => {
    const page = `<head><meta charset="${charset}"></head><p>`
    expect(decodePage(bytes(page + written), 'text/html')).toEqual({ text: page + text, charset, from: 'meta' })
  })
})

test.each([
  ['a mark counts more than the header', '\xef\xbb\xbfK\xc3\xb6ln', 'text/html; charset=iso-8859-1', 'Köln', 'bom'],
  ['UTF-16, the low byte first', '\xff\xfeK\0\xf6\0', null, 'Kö', 'bom'],
  ['UTF-16, the high byte first', '\xfe\xff\0K\0\xf6', null, 'Kö', 'bom'],
  [
    'UTF-8 that the header calls ISO 8859-1',
    '<meta charset=utf-8>K\xc3\xb6ln',
    'text/html; charset=iso-8859-1',
    '<meta charset=utf-8>Köln',
    'meta',
  ],
  ['UTF-8 that the header calls windows-1252', 'K\xc3\xb6ln', 'text/html; charset=windows-1252', 'Köln', 'guess'],
  [
    'ISO 8859-1 that the header calls UTF-8',
    '<meta charset=iso-8859-1>K\xf6ln',
    'text/html; charset=utf-8',
    '<meta charset=iso-8859-1>Köln',
    'meta',
  ],
  ['UTF-8 with a fault, and no other name', 'K\xf6ln', 'text/html; charset=utf-8', 'K\ufffdln', 'header'],
  [
    'ISO 8859-1 that both name',
    '<meta charset=latin1>\xc3\xb6',
    'text/html; charset=latin1',
    '<meta charset=latin1>Ã¶',
    'header',
  ],
  [
    'the header counts more than the page',
    '<meta charset=utf-8>\xcf',
    'text/html;charset=windows-1251',
    '<meta charset=utf-8>П',
    'header',
  ],
  ['a header in quotes and capitals', '\xcf', 'Text/HTML; Charset="Windows-1251"', 'П', 'header'],
  [
    'a header that no decoder knows',
    '<meta charset=windows-1251>\xcf',
    'text/html; charset=none',
    '<meta charset=windows-1251>П',
    'meta',
  ],
  ['a meta element that no decoder knows', '<meta charset=none>\xe9', null, '<meta charset=none>é', 'guess'],
  ['an http-equiv', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">\xcf', null, 'П', 'meta'],
  ['a meta element far down', `<script>${'x'.repeat(5000)}</script><meta charset=windows-1251>\xcf`, null, 'П', 'meta'],
  ['a meta element in a comment', '<!-- <meta charset=windows-1251> -->K\xc3\xb6ln', null, 'Köln', 'guess'],
  ['an XML declaration', '<?xml version="1.0" encoding="windows-1251"?><p>\xcf', 'application/xhtml+xml', 'П', 'meta'],
  ['a page that says UTF-16 and is not', '<meta charset="utf-16">K\xc3\xb6ln', null, 'Köln', 'meta'],
  ['UTF-8 that nothing names', 'K\xc3\xb6ln', null, 'Köln', 'guess'],
  ['bytes that are not UTF-8', 'K\xf6ln', 'text/html', 'Köln', 'guess'],
  ['nothing', '', null, '', 'guess'],
])('%s', (_name, written, contentType, text, from) => {
  const found = decodePage(bytes(written), contentType)
  expect(found.text.endsWith(text)).toBe(true)
  expect(found.from).toBe(from)
})

test('bytes that are not valid become the replacement character', () => {
  expect(decodePage(new Uint8Array([0x61, 0xff, 0x62]), 'text/html; charset=utf-8').text).toBe('a\ufffdb')
})

test('text beyond the head is whole', () => {
  const text = `<meta charset=utf-8>${'ü'.repeat(20_000)}`
  expect(decodePage(utf8(text), null).text).toBe(text)
})
