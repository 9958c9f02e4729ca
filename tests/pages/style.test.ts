/** The address of the stylesheet changes with its text. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STYLE_MODULE, STYLESHEET, styleModule } from '../../scripts/style-name.ts'

test(`${STYLE_MODULE} is current (npm run build writes it)`, () =>
  expect(readFileSync(STYLE_MODULE, 'utf8')).toBe(styleModule()))

test('the stylesheet asks for no file', () => expect(readFileSync(STYLESHEET, 'utf8')).not.toMatch(/url\(|@import/))
