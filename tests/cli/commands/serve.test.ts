import { expect, it } from 'vitest'
import { play } from '../stage.ts'

it.each([
  [['serve'], {}],
  [['serve', '--archive', 'desk.sqlite', '--host=::1', '--port', '0'], { ARCHIVE: 'desk.sqlite', HOST: '::1', PORT: '0' }],
])('%j serves with %j', async (argv, settings) => {
  const served: object[] = []
  const { code, places } = await play(argv, undefined, { serve: async (given) => void served.push(given) })
  expect({ code, places, served }).toEqual({ code: 0, places: [], served: [settings] })
})
