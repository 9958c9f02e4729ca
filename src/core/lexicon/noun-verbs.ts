/** Reporting verbs whose forms are nouns at least as often: they count as verbs only with an object or a clear subject. */

export const NOUN_VERBS: ReadonlySet<string> = new Set(
  (
    'claim report call attack plan hope fear question note demand promise comment remark doubt support worry estimate forecast answer debate study ' +
    'show view find vote desire request wish threat guess charge reference highlight detail complaint project command order blast cheer credit ' +
    'display fault figure hint honor honour knock label brand name cast love mention offer outline pan praise project protest raise rip review salute ' +
    'second shout signal stress trust tweet volunteer thought focus insult joke jab aim like pledge vow challenge advocate state paint back hate ' +
    'respect resort welcome quote dispute contest dream push press talk speak brief permit test favor favour post share express guess bark voice caution'
  ).split(' '),
)
