/** "© 2026 The Post. All rights reserved.": whose text it is. */
import type { LineRule } from './line-rule.ts'

const LINE =
  /^\W*(?:(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:\d{4}|\p{Lu})|copyright\s*\d{4})[^!?]{0,120}$|^\W*all rights reserved\b[^!?]{0,80}$|^(?:this|the) (?:material|article|story|report|content|text|document) (?:may|must|can) ?not be (?:published|reproduced|copied|republished|distributed|broadcast|used)[^!?]{0,200}\b(?:permission|consent|licen[cs]e|redistributed)[^!?]{0,40}$|^(?:our standards|terms of (?:use|service)|privacy policy)(?::[^.]{0,60})?\.?$|^this (?:article|story) (?:was|is|has been) (?:originally |first |re)*(?:published|appeared|republished) (?:on|in|by|from|with permission from) (?:the )?\p{Lu}[^!?]{0,100}$/iu
const LATER = /\b(?:says|said|ruled|expired?s?|was changed|law|laws|lawsuit|infring\w+|claims?)\b/i

export const copyrightLine: LineRule = (line) => LINE.test(line) && !LATER.test(line.slice(0, 80))
