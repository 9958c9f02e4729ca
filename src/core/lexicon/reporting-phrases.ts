/**
 * Verbs that attribute together with the words after them: "called for", "made clear". The words after the lemma are part of
 * the cue; strength and frames are as for the reporting verbs.
 */
export const PHRASE_TABLE = `
2 n  call for
2 o  call on
2 n  call out
2 s  point out
2 n  point to
2 n  refer to
2 w  put it
2 w  fire back
2 w  hit back
2 w  shoot back
2 w  butt in
2 w  chime in
2 n  allude to
2 n  speak of
2 n  speak about
2 n  speak out against
2 n  speak against
2 n  talk about
2 n  talk of
2 n  talk up
2 n  hint at
2 n  object to
2 n  respond to
2 n  agree with
2 n  disagree with
2 n  agree to
2 n  complain about
2 n  complain of
2 n  warn of
2 n  warn about
2 n  warn against
2 n  worry about
2 n  ask about
2 n  ask for
2 n  appeal for
2 n  apologize for
2 n  apologise for
2 n  argue for
2 n  argue against
2 n  push for
2 n  push back against
2 n  push back on
2 n  lash out at
2 n  hit back at
2 n  fire back at
2 n  shoot back
2 n  take issue with
2 n  take aim at
2 n  make clear
2 s  make it clear
2 s  make the case
2 n  make fun of
2 n  poke fun at
2 n  boast about
2 n  boast of
2 n  brag about
2 n  think of
2 n  think about
2 n  know about
2 n  hear about
2 n  look forward to
2 n  approve of
2 n  disapprove of
2 n  vote for
2 n  vote against
2 n  root for
2 n  side with
2 n  insist on
2 n  dream of
2 n  care about
2 n  joke about
2 n  touch on
2 n  elaborate on
2 n  comment on
2 n  weigh in on
2 n  sign on to
2 n  rail against
2 n  express support for
2 n  voice support for
2 n  speak in favor of
2 n  plead guilty to
2 n  rule out
2 n  lay out
2 n  play down
2 n  dwell on
2 n  muse about
2 n  write about
2 n  write of
2 n  tweet about
2 s  go on to say
2 s  come out and say
2 n  accuse of
2 n  long for
2 n  press for
2 n  lobby for
2 n  stand by
2 n  stand up for
2 n  stick up for
2 n  turn down
2 s  chime in
2 n  chime in on
2 n  opine on
2 n  shrug off
2 n  brush off
2 n  brush aside
2 s  express concern
2 s  express hope
2 s  express confidence
2 s  voice concern
2 n  raise the possibility of
2 s  raise the possibility
2 n  raise the potential for
2 n  raise the prospect of
2 s  raise the prospect
2 n  raise questions about
2 n  raise concerns about
2 n  raise doubts about
2 s  opine
2 n  vouch for
2 n  advocate for
2 n  single out
2 n  double down on
2 n  zero in on
2 n  speak highly of
2 n  scoff at
2 n  bristle at
2 n  balk at
2 n  marvel at
2 n  take credit for
2 n  come out against
2 n  come out in support of
2 n  come out for
2 n  draw attention to
2 n  call attention to
2 n  pay tribute to
2 n  cast doubt on
2 n  make mention of
2 n  make no mention of
2 n  distance himself from
2 n  distance herself from
2 n  distance themselves from
2 n  distance itself from
2 n  disagree on
2 n  agree on
2 n  take a swipe at
2 n  take a shot at
2 n  express interest in
2 n  show support for
2 n  throw support behind
`
