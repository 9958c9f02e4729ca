/**
 * "10:42 a.m. The wall held." is one sentence: the time stamp that opens a line of a live report belongs to the following text.
 */
import type { JoinRule } from '../boundary.ts'

export const joinTimeStamps: JoinRule = ({ text, from, end }) =>
  end - from <= 16 && /^[([]?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.m\.[)\]]?$/i.test(text.slice(from, end))
