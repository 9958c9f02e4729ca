/**
 * Verbs that attribute speech, thoughts, wishes and stances.
 *
 * A line has a strength, frames and lemmas. The strength is the commitment of the source to the content: 3 binds or vouches
 * (promise, confirm), 2 states (say), 1 suggests or supposes. Each frame is one letter for a kind of complement:
 *   s  a clause or a quotation: "said (that) it rained", "It rained," she said
 *   t  a person, then a clause, quotation or infinitive: "told them that it rained"
 *   n  a noun phrase, as topic or object of a stance: "criticised the plan"
 *   i  an infinitive: "vowed to stay"
 *   o  a noun phrase and an infinitive or a predicate, one content: "urged him to stay"
 *   w  a question: "asked whether it rained"
 *   a  an accusation or praise: "blamed him for the loss"; the person is part of the content
 */
export interface ReportingVerb {
  readonly lemma: string
  readonly strength: 1 | 2 | 3
  readonly frames: string
}

const TABLE = `
2 sw   say
2 tw   tell
2 s    add state note remark observe comment continue conclude reply respond answer write tweet post joke bark quip shout yell recall explain retort counter reiterate repeat
2 sn   announce declare report mention reveal disclose stress emphasize emphasise underscore recount relate describe acknowledge admit concede
3 sn   confirm affirm reaffirm certify verify testify attest
3 s    insist maintain assert contend swear vouch
1 s    suggest hint imply intimate signal indicate speculate theorize guess presume suppose surmise reckon posit postulate
2 s    argue claim allege charge complain lament boast brag bemoan posit retweet
2 sn   deny dispute refute rebut
3 si   promise vow pledge swear guarantee threaten
3 t    assure reassure promise notify convince persuade
2 t    remind inform warn advise brief caution alert instruct
2 sn   warn caution predict forecast project foresee estimate calculate
2 s    find rule
2 sno  show demonstrate
1 s    think believe assume suspect imagine figure fear worry hope wish expect doubt wonder
1 s    know
2 s    understand realize realise learn recognize recognise remember discover decide determine agree disagree
1 sni  expect anticipate intend plan hope
1 s    feel
2 sno  see consider regard deem view perceive envision
2 no   call label dub brand name portray depict characterize characterise describe cast liken compare paint
2 nio  want like prefer desire seek demand request propose recommend advocate
2 nwo  ask
2 to   urge ask order encourage implore beg exhort direct command challenge
2 na   accuse blame criticize criticise attack blast slam condemn denounce decry assail deride mock ridicule dismiss reject rebuke chide scold excoriate lambaste disparage insult bash fault castigate belittle taunt knock rip hammer pan deplore lampoon boo heckle chastise reprimand admonish berate upbraid vilify demonize malign smear trash pillory skewer
2 na   praise laud hail applaud congratulate thank commend welcome honor honour salute tout cheer credit extol embrace
2 n    support back endorse oppose defend protest approve disapprove second resist reject
2 n    offer note write repeat reiterate post bemoan lament list articulate espouse tout disavow renounce publish downplay
2 n    discuss address question cite quote echo mention reference highlight outline detail clarify explore propose invoke dodge ignore forecast
2 n    express voice promote nominate identify share
2 n    love hate admire dislike despise trust distrust resent
1 n    consider contemplate
2 n    urge
2 i    refuse decline agree offer decide aim aspire volunteer opt
2 wn   wonder question debate ask
`

/** By dictionary form. A verb on several lines has the frames of all, and the strength of the first. */
export const REPORTING_VERBS: ReadonlyMap<string, ReportingVerb> = (() => {
  const verbs = new Map<string, ReportingVerb>()
  for (const line of TABLE.trim().split('\n')) {
    const [strength = '2', frames = '', ...lemmas] = line.split(/\s+/)
    for (const lemma of lemmas) {
      const known = verbs.get(lemma)
      verbs.set(lemma, {
        lemma,
        strength: known?.strength ?? (strength === '3' ? 3 : strength === '1' ? 1 : 2),
        frames: known ? [...new Set(known.frames + frames)].join('') : frames,
      })
    }
  }
  return verbs
})()
