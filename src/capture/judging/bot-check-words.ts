import { firstMatch, type JudgingRule } from './judging-rule.ts'

const MOST_WORDS = 250

const PHRASES: readonly RegExp[] = [
  /(?:verify|verifying|confirm|prove|make sure|check(?:ing)? (?:if|that)) (?:that )?you(?:['’]re| are)? (?:are )?(?:a |not a )?(?:human|robot|bot|real person)/i,
  /checking (?:if the site connection is secure|your browser before)/i,
  /\b(?:are you a (?:robot|human)|i['’]m not a robot|you are (?:a |not a )?bot|unusual (?:traffic|activity) (?:from|has been|detected)|automated (?:requests|access|traffic|queries)|(?:solve|complete) the captcha|press (?:and|&) hold|pardon our interruption|please enable (?:js|javascript) and (?:disable any ad blocker|cookies)|bot (?:detection|protection)|security check(?: to access)?|human verification|ddos protection by|just a moment\.\.\.|due to heavy traffic)/i,
  /(?:kein roboter|roboter sind|bestätigen sie, dass sie ein mensch|vous n['’]êtes pas un robot|no (?:eres|soy) un robot|non sono un robot|não sou um robô|я не робот|подтвердите, что вы не робот)/iu,
]

/** Asks the reader to prove that no program reads, on a short page. */
export const botCheckWords: JudgingRule = {
  name: 'bot-check-words',
  outcome: 'bot_check',
  find: ({ heads, text, textWords }) => (textWords > MOST_WORDS ? null : firstMatch([...heads, text].join(' ¶ '), PHRASES)),
}
