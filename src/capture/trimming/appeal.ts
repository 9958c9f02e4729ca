import type { TrimRule } from './trim-rule.ts'

const SIGNS =
  /\b(?:sign up (?:for|to|here|now|today)|subscribe (?:to|now|here|today|for)|newsletters?|inbox|follow (?:us|him|her|them|me|@\w+|[\w ]{2,30}) (?:on|at) (?:twitter|facebook|instagram|x)\b|like us on|join (?:us|the conversation|our)|download (?:the|our) (?:free )?app|support (?:our|independent|us)|become a (?:member|subscriber|patron)|donate (?:to|now|today)|make a (?:donation|contribution)|have a (?:news )?tip|send (?:us )?(?:tips|your)|contact us|email (?:us|the author)|click here|tell us what you think|let us know|leave a comment|all rights reserved|terms of (?:use|service)|privacy policy|cookie|abonnieren sie|jetzt abonnieren|kostenlos(?:en)? newsletter|melden sie sich|folgen sie uns|alle rechte vorbehalten|abonnez-vous|inscrivez-vous|suscríb[ea]|síguenos|iscriviti|seguici|assine|schrijf je in|prenumerera|tilaa|zapisz się|подпис(?:ывайтесь|аться))/iu

/** Offers of newsletters, accounts to follow, appeals for money and messages, where they are short and stand alone. */
export const appeal: TrimRule = {
  name: 'appeal',
  drops: ({ text, linked }, { blocks, index }) => {
    if (!SIGNS.test(text) || text.length > 400) return false
    const end = index >= blocks.length - 5
    return linked > 0.15 || (end && text.length < 300) || text.length < 90
  },
}
