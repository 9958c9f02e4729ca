/** Compares two pasted texts. Nothing is stored. */
import { z } from 'zod'
import { checkCallSize } from '../../../reading/analyze-texts.ts'
import type { changesAnalysisSchema } from '../../json/analysis-json.ts'
import { limitsOf } from '../../routes/analyze.ts'
import { counted } from '../../words/counts.ts'
import { undated } from '../../words/undated-change.ts'
import { listText, skipping } from '../answer-text.ts'
import { skip } from '../arguments.ts'
import { happened } from '../change-item.ts'
import { tool } from '../tool.ts'

const MOST = 12

const text = (which: string) =>
  z
    .strictObject({
      title: z.string().optional().describe('Its headline'),
      body: z.string().describe('Paragraphs, with an empty line between them'),
    })
    .describe(which)

export const compareTexts = tool({
  name: 'compare_texts',
  title: 'Compare two pasted texts',
  description:
    'What a later text of an article claims otherwise than an earlier one. Neither needs to be in the archive, and nothing is stored.',
  shape: { before: text('The earlier text'), after: text('The later text'), skip },
  async answer(c, { before, after, skip = 0 }) {
    const versions = [before, after]
    checkCallSize(versions, limitsOf(c))
    const { changes } = JSON.parse(await c.var.analyze({ kind: 'changes', versions, furniture: false })) as z.infer<
      typeof changesAnalysisSchema
    >
    const { rows, next } = skipping(changes, skip, MOST)
    const items = rows.map((change) => ({ text: happened(undated(change)), page: '/kinds' }))
    const head = `From the first text to the second: ${counted(changes.length, 'change')}.`
    return listText(c, { head, items, most: MOST, next })
  },
})
