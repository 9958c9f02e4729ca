/** Head nouns of sources: documents that "say", and bodies named by a common noun. */

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

/** Nouns for groups of people: they have a capital only if they open a sentence or name a party. */
export const PEOPLE_NOUNS: ReadonlySet<string> = new Set(
  (
    'officials analysts experts critics supporters people sources aides diplomats voters residents witnesses ' +
    'researchers scientists lawyers prosecutors investigators economists lawmakers republicans democrats ' +
    'conservatives liberals americans others some many most few several one two three four advisers allies ' +
    'opponents neighbors neighbours workers protesters activists doctors historians observers strategists traders ' +
    'investors reporters men women students teachers parents members leaders insiders folks persons person official ' +
    'analyst expert source aide diplomat witness resident'
  ).split(' '),
)
