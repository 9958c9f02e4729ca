/** The flag `--kind`: kinds of change, separated by commas. */
import { KINDS, type Kind } from '../../core/changes/change.ts'
import { wrongUsage } from '../exit.ts'

/** Throws a Stop for a kind that does not exist. */
export function kindsIn(text: string | undefined): Kind[] | undefined {
  if (text === undefined) return undefined
  const names = text.split(',').flatMap((name) => name.trim() || [])
  return names.map((name) => {
    const kind = KINDS.find((known) => known === name)
    if (kind === undefined) throw wrongUsage(`--kind: there is no kind "${name}"; the kinds are ${KINDS.join(', ')}`)
    return kind
  })
}
