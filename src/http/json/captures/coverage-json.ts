/** How well an article is watched, as JSON. */
import { z } from 'zod'
import type { Coverage, GapRow } from '../../../store/read/stories/coverage.ts'
import { OUTCOMES } from '../../../watching/outcomes.ts'

export const coverageSchema = z
  .object({
    last_check: z.string().nullable().describe('When the text was last seen or looked for, changed or not'),
    next_check: z
      .string()
      .nullable()
      .describe('null: no check is due, since nothing watches it, or the watch is paused or stopped'),
    watches: z.int().describe('How many addresses of it are watched'),
    since: z.string().nullable().describe('Since when'),
    checks: z.int().describe('How many checks they made'),
    failed: z.int().describe('How many of these read nothing'),
    stopped: z.string().nullable().describe('Why the last of its watches stopped; null: none did'),
    gaps: z
      .array(
        z.object({
          from: z.string().describe('The first capture of the gap'),
          to: z.string().nullable().describe('The good capture that ended it; null: it lasts'),
          captures: z.int(),
          outcomes: z.array(z.enum(OUTCOMES)),
        }),
      )
      .describe('Where three or more captures in a row read nothing: it is not known what the page said; the latest first'),
  })
  .meta({ id: 'Coverage' })

export type CoverageJson = z.infer<typeof coverageSchema>

/** `latest`: the capture of the latest version. */
export function coverageJson(coverage: Coverage | undefined, gaps: readonly GapRow[], latest: string | null): CoverageJson {
  const times = [latest, coverage?.lastCheck].filter((time) => typeof time === 'string').sort()
  return {
    last_check: times.at(-1) ?? null,
    next_check: coverage?.nextCheck ?? null,
    watches: coverage?.watches ?? 0,
    since: coverage?.since ?? null,
    checks: coverage?.checks ?? 0,
    failed: coverage?.failed ?? 0,
    stopped: coverage?.stopped ?? null,
    gaps: gaps.map(({ from, to, captures, outcomes }) => ({
      from,
      to,
      captures,
      outcomes: (JSON.parse(outcomes) as (string | null)[]).filter(
        (one): one is CoverageJson['gaps'][number]['outcomes'][number] => one !== null,
      ),
    })),
  }
}

export const NO_COVERAGE = coverageJson(undefined, [], null)
