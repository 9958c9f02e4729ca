/** Words of judgment, wish or feeling: they state nothing that could be checked. */

export const OPINION_WORDS: ReadonlySet<string> = new Set(
  (
    'should ought must deserve deserves deserved hope hopes hopefully wish love loves loved hate hates hated think thinks believe believes feel feels felt ' +
    'good better best great greatest bad worse worst terrible horrible awful wonderful fantastic amazing incredible beautiful ugly nice fine ' +
    'proud sad happy glad sorry unhappy disappointed disappointing exciting excited boring interesting important ' +
    'ridiculous stupid dumb crazy insane absurd disgusting disgraceful disgrace shame shameful outrageous pathetic silly foolish ' +
    'unfair fair unjust immoral evil wrong brilliant smart weak strong tough courageous brave dishonest crooked divisive unfit unacceptable appropriate'
  ).split(' '),
)
