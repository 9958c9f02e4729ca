/** The filters of changes, as the store takes them. */
import type { SQL } from 'drizzle-orm'
import type { Zone } from '../../core/article.ts'
import type { Kind } from '../../core/changes/change.ts'
import type { Verdict } from '../sql/verdicts.ts'
import type { AsOf } from './last-position.ts'

/** From a time to a time, both included. */
export interface Period {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Words of a sentence. */
export interface Words {
  /** The expression of FTS5. */
  readonly match: string
  /** Whether so many sentences have them that walking the changes finds some at once. */
  readonly common: boolean
}

export interface ChangeFilter {
  /** An article, by any slug that it ever had. */
  readonly slug?: string | undefined
  /** A claim of that article. */
  readonly claim?: number | undefined
  readonly id?: number | undefined
  /** A subquery of their ids. */
  readonly among?: SQL
  /** The numbers of the article's versions that it is between. */
  readonly between?: readonly [from: number, to: number | 'latest'] | undefined
  /** Those that had come by a version or a time. Only with `slug`. */
  readonly asOf?: AsOf | undefined
  readonly publication?: string | undefined
  readonly kinds?: readonly Kind[] | undefined
  /** Only changes of these sentences; by default all but furniture. `all`: technical ones too. */
  readonly zone?: Zone | 'all' | undefined
  /** Also the differences of technical versions, which are no edits. */
  readonly technical?: boolean
  /** A source's id or name. */
  readonly source?: string | undefined
  readonly acknowledged?: boolean | undefined
  /** Only changes that alter what readers had been told, and whether the article speaks of them. */
  readonly disclosed?: boolean | undefined
  /** Only changes before or after which a sentence has words. */
  readonly words?: Words | undefined
  /** Only changes that came with a version captured from one time to another, both included. */
  readonly captured?: Period | undefined
  /** Leaves out what first versions introduce. */
  readonly laterVersions?: boolean | undefined
  /** The verdict of people on it. An article's list includes changes that they rejected. */
  readonly verdicts?: readonly (Verdict | 'none')[] | undefined
  /** Ids after this one only. */
  readonly after?: number | undefined
  /** Places after this one (and ids, at the same place), in the order of an article's trail. */
  readonly afterPlace?: readonly [place: string, id: number] | undefined
  /** Ids before this one only. */
  readonly below?: number | undefined
  /** Gives one row for all rows with which a first version was recorded, or taken back as the first: the first that passes. Rows of reviews stay. */
  readonly firstAsOne?: boolean
  /** Leaves out the own words of claims (`wordings` of a side), which cost more than all else. */
  readonly wordless?: boolean
  /** Only what stands: neither retracted nor a retraction. `or rejected`: and what people rejected. */
  readonly standing: boolean | 'or rejected'
  /** By `id` as recorded, or by the order of the versions; `newest`: by `id`, the last first; `captured`: by capture, the last first. */
  readonly order: 'recorded' | 'trail' | 'newest' | 'captured'
  /** -1: all. */
  readonly limit: number
}
