import { describe, expect, it } from 'vitest'
import { play } from './stage.ts'

describe('wrong usage', () => {
  it.each([
    [['shwo', 'ferry'], /there is no command "shwo"; claimtrail --help lists them/],
    [['show'], /SLUG is missing/],
    [['show', ''], /SLUG is empty/],
    [['changes', ''], /SLUG is empty/],
    [['show', 'ferry', 'boat'], /"boat" is one word too many/],
    [['show', 'ferry', '--verison', '3'], /Unknown option "--verison"/],
    [['show', 'ferry', '-z'], /Unknown option "-z"/],
    [['show', 'ferry', '--no-json'], /Unknown option "--no-json"/],
    [['show', 'ferry', '--version'], /Option "--version <value>" argument missing/],
    [['show', 'ferry', '--version', '--json'], /Option "--version" argument is ambiguous/],
    [['show', 'ferry', '--version='], /--version has no value/],
    [['show', 'ferry', '--version=1', '--version=2'], /--version is given 2 times/],
    [['show', 'ferry', '--version', 'two'], /--version "two" is not a version's number/],
    [['show', 'ferry', '--version', '0'], /--version "0" is not a version's number/],
    [['show', 'ferry', '--at', 'noon'], /--at "noon" is not a time/],
    [['show', 'ferry', '--at', '2025-03-12', '--version', '1'], /both choose a version/],
    [['show', 'ferry', '--url', 'localhost'], /"localhost" is not a server's address/],
    [['show', 'ferry', '--url', 'http://a.example', '--archive', 'b'], /name two archives/],
    [['show', 'ferry', '--token', 'x'], /--token goes with --url/],
    [['show', 'ferry', '--token', 'x', '--archive', 'b'], /--token goes with --url/],
    [['compare', 'ferry'], /VERSIONS is missing/],
    [['compare', 'ferry', '1-2'], /"1-2" are not two versions/],
    [['compare', 'ferry', '1..2', '--unified', '--json'], /--unified and --json/],
    [['changes', '--kind', 'sofened'], /there is no kind "sofened"; the kinds are introduced,/],
    [['changes', '--zone', 'foot'], /--zone is one of headline, lead, body, furniture, all, not "foot"/],
    [['changes', '--limit', '0'], /--limit "0" is not a number from 1/],
  ])('%j', async (argv, line) => {
    const { code, out, err, places } = await play(argv)
    expect({ code, out, err, places }).toEqual({ code: 2, out: '', err: expect.stringMatching(line), places: [] })
    expect(err.match(/\n/g)).toHaveLength(1)
  })
})
