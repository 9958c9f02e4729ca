/** Abbreviations that end with a full stop and seldom end a sentence, without the stop and in lower case. */

/** Always followed by more of the same sentence: titles, "No.", "vs.". */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof sen rep reps sens gov govs gen col lt cmdr adm maj sgt cpl pvt capt rev hon pres supt det insp amb atty ' +
    'fr sr st mt ft no nos vs v messrs mme mlle msgr cpt brig dep asst pfc spc vice-adm approx est fig figs vol pp ed eds cf viz ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec e.g i.e lt.-gen maj.-gen sgt.-maj'
  ).split(' '),
)

/** Abbreviations that may end a sentence: only a capital of a sentence opener after them shows it. */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'jr sr esq inc corp co ltd bros mfg assoc llc plc u.s u.k u.n u.s.a e.u d.c n.y l.a a.m p.m ph.d m.d b.a m.a m.b.a c.e.o etc al dept univ ' +
    'assn natl intl ave blvd rd calif fla tex mass conn pa va md mich minn wis ill ind ky tenn ala miss la ark okla kan neb colo ' +
    'ariz nev ore wash del vt n.h n.j n.c s.c w.va s.d n.d r.i n.m ga mo mont wyo ok ont que'
  ).split(' '),
)
