import { join } from 'node:path'
import { expect, it } from 'vitest'
import { command } from '../../on-file.ts'
import { folderWith, play } from '../../stage.ts'

it('lists who wrote what, the last first, and by its filters', async () => {
  const archive = join(folderWith({}), 'a.sqlite')
  await command('token', 'create', 'desk', '--archive', archive)
  await command('token', 'revoke', '1', '--archive', archive)
  const { code, out } = await command('audit', '--archive', archive)
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^2 {2}\S+Z {2}\S.* {2}- {2}200 {2}DELETE {2}\/v1\/tokens\/1$/),
    expect.stringMatching(/^1 {2}\S+Z {2}\S.* {2}- {2}201 {2}POST {4}\/v1\/tokens$/),
    '',
  ])
  for (const filter of [
    ['--by', '7'],
    ['--article', 'none'],
    ['--since', '2999-01-01'],
  ])
    expect((await command('audit', ...filter, '--archive', archive)).out).toBe('nothing was written\n')
})

it('takes times alone', async () => {
  const { code, err } = await play(['audit', '--since', 'once'])
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/--since: "once" is no time such as 2027-03-31/) })
})
