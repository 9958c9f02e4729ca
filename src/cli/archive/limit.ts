/** The flag `--limit` of commands that print a list. */
import { wrongUsage } from '../exit.ts'

export const limitArg = (most: number) =>
  ({ limit: { type: 'string', valueHint: 'n', description: `At most so many (default ${most})` } }) as const

export function limitIn(text: string | undefined, most: number): number {
  if (text === undefined) return most
  if (!/^[1-9]\d{0,5}$/.test(text)) throw wrongUsage(`--limit "${text}" is not a number from 1`)
  return Number(text)
}
