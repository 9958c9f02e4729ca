/** Head nouns of sources: documents that "say", and bodies that are named by what they are. */

export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'report reports statement statements study studies survey surveys poll polls document documents filing filings memo memos letter letters ' +
    'email emails e-mail e-mails indictment complaint lawsuit suit record records data figures statistics analysis article articles book books ' +
    'bill law order ruling opinion affidavit transcript transcripts release post posts tweet tweets website site page paper papers file files ' +
    'cable cables message messages note notes ad ads advertisement editorial column story stories results census audit review invoice contract ' +
    'resolution treaty charter constitution manual guidelines brief motion petition warrant certificate log logs diary text texts sign banner'
  ).split(' '),
)

export const BODY_NOUNS: ReadonlySet<string> = new Set(
  (
    'police government ministry department agency administration campaign court company bank committee commission council party parliament ' +
    'senate house army military navy hospital university school union association group firm airline newspaper network station office bureau ' +
    'embassy team club board foundation institute center centre organisation organization league federation authority authorities state city ' +
    'county country kremlin pentagon vatican palace cabinet legislature congress coalition fund service watchdog regulator prosecution defence defense'
  ).split(' '),
)
