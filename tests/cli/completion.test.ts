/** The scripts of completion: that of bash is run, and all of them name every command and option. */
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { play } from './stage.ts'

let script = ''
beforeAll(async () => {
  script = (await play(['completion', 'bash'])).out
})

/** The completions of a command line, as bash asks for them: the last word is the one to complete. */
function completed(...words: readonly string[]): string[] {
  const quoted = ['claimtrail', ...words].map((word) => `'${word}'`)
  const [word = "''", before = "''"] = quoted.toReversed()
  const ask = `COMP_WORDS=(${quoted.join(' ')}); COMP_CWORD=${words.length}; _claimtrail claimtrail ${word} ${before}`
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${script}\n${ask}; printf '%s\\n' "\${COMPREPLY[@]}"`], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((line) => line !== '')
}

describe('bash', () => {
  it.each([
    [['rest'], ['restore']],
    [['review'], ['reviews', 'review']],
    [['help', 'sho'], ['show']],
    [['he'], ['help']],
    [['review', 'm'], ['merge']],
    [['help', 'watches', 'p'], ['pause']],
    [['changes', '--zo'], ['--zone']],
    [['changes', '--zone', 'he'], ['headline']],
    [['changes', 'ferry', '--zone', '=', 'he'], ['headline']],
    [['changes', '--zone', 'lead', '--zo'], ['--zone']],
    [['review', 'reject', 'ferry', '3', '--ch'], ['--change']],
    [['completion', '--he'], ['--help']],
    // Names of files: the shell completes them.
    [['restore', 'arch'], []],
    [['export', '--output', '--re'], []],
    [['nothing', '--u'], []],
  ])('%j: %j', (words, expected) => {
    expect(completed(...words)).toEqual(expected)
  })

  it('offers what the help lists', async () => {
    const { out } = await play(['help'])
    const [, list = ''] = /COMMANDS\n\n((?: .*\n)+)/.exec(out) ?? []
    const names = [...list.matchAll(/^ {2}(\w+(?: \w+)?) {2}/gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(40)
    expect(completed('').sort()).toEqual([...new Set([...names.map((name) => name.split(' ')[0]), 'help'])].sort())
    for (const name of ['export', 'review add', 'changes', 'completion']) {
      const help = (await play(['help', ...name.split(' ')])).out
      const options = [...help.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option)
      expect(completed(...name.split(' '), '-').sort()).toEqual([...options, '--help'].sort())
    }
  })
})

it('zsh runs the script of bash', async () => {
  expect((await play(['completion', 'zsh'])).out).toBe(`autoload -U +X bashcompinit && bashcompinit\n${script}`)
})

it('fish has a line for each command and option, with what it does', async () => {
  const lines = (await play(['completion', 'fish'])).out.split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      "complete -c claimtrail -n '__fish_use_subcommand' -f -a restore -d 'Restore an export into an empty archive or a new file, or an article into any archive'",
      "complete -c claimtrail -n '__fish_use_subcommand' -f -a review -d ''",
      expect.stringMatching(/subcommand_from review; and not __fish_seen_subcommand_from confirm reject .* -f -a merge -d '/),
      expect.stringMatching(/^complete -c claimtrail -n '__fish_seen_subcommand_from review; and .*from add' -l \w+/),
      "complete -c claimtrail -n '__fish_seen_subcommand_from export' -l resume -d 'Go on with an export to that file that was cut'",
      "complete -c claimtrail -n '__fish_seen_subcommand_from export' -l output -r -d 'The file to write (default: standard output)'",
    ]),
  )
})

it('of another shell is wrong usage', async () => {
  expect(await play(['completion', 'tcsh'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/bash, zsh, fish, not "tcsh"/),
  })
})
