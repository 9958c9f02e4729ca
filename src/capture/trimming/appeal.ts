import type { Block } from '../document/blocks.ts'
import type { TrimRule } from './trim-rule.ts'

const SIGNS =
  /(?<!\p{L})(?:sign up (?:for|to|here|now|today)|subscribe (?:to|now|here|today|for)|follow (?:us|him|her|them|me|@\w+|[\w ]{2,30}) (?:on|at) (?:twitter|facebook|instagram|x)\b|like us on|join (?:us|the conversation|our)|download (?:the|our) (?:free )?app|support (?:our|independent|us)|become a (?:member|subscriber|patron)|donate (?:to|now|today)|make a (?:donation|contribution)|have a (?:news )?tip|send (?:us )?(?:tips|your)|email (?:us|the author)|tell us what you think|let us know|leave a comment|all rights reserved|abonnieren sie|jetzt abonnieren|kostenlos(?:en)? newsletter|melden sie sich|folgen sie uns|alle rechte vorbehalten|abonnez-vous|inscrivez-vous|suscríb[ea]|síguenos|iscriviti|seguici|assine|schrijf je in|prenumerera|tilaa|zapisz się|подпис(?:ывайтесь|аться))/iu
/** Words of appeals that articles use too. */
const WORDS = /(?<!\p{L})(?:newsletters?|inbox|click here|terms of (?:use|service)|privacy policy|cookie|contact us)/iu

const MONEY =
  /\b(?:(?:your|make a|every) (?:contribution|donation|gift|monthly commitment)s?|please (?:contribute|donate|support|consider (?:supporting|donating|subscribing))|support(?:s|ing)? (?:independent|our|quality|local) (?:\w+ )?(?:journalism|reporting|work|newsroom)|we (?:need|depend on|rely on) (?:your|readers)|unterstützen sie uns|mit einer spende|faites un don|haz(?:te)? (?:miembro|socio)|hacer periodismo|apóyanos)\b/iu

const isAppeal = ({ text, linked }: Block, end: boolean): boolean => {
  if (text.length < 600 && MONEY.test(text)) return end || text.length < 200
  if (text.length > 400) return false
  if (SIGNS.test(text)) return linked > 0.15 || (end && text.length < 300) || text.length < 90
  return WORDS.test(text) && (linked > 0.15 || text.length < 90)
}

/** How many blocks from the end count as the end, and within how many an appeal may run on. */
const END = 5
const RUN = 9

/** Offers of newsletters, accounts to follow, appeals for money and messages; at the end also what stands between two of them. */
export const appeal: TrimRule = {
  name: 'appeal',
  drops: (block, { blocks, index }) => {
    const end = index >= blocks.length - END
    if (isAppeal(block, end)) return true
    const last = Math.max(0, blocks.length - RUN)
    if (index <= last) return false
    const tail = blocks.slice(last)
    const [before, after] = [tail.slice(0, index - last), tail.slice(index - last + 1)]
    return before.some((one) => MONEY.test(one.text) && one.text.length < 600) && after.some((one) => MONEY.test(one.text))
  },
}
