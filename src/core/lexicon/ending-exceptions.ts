/** Words whose ending misleads: nouns, adjectives and verbs in -ly, nouns in -ed, nouns in -ing. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Nouns, adjectives and verbs in -ly: no adverbs. */
export const NOT_ADVERBS = words(
  'family ally monopoly assembly anomaly supply reply bully butterfly jelly belly rally tally homily lily folly gully trolley melancholy ' +
    'doily duopoly oligopoly filly holly panoply dragonfly firefly gadfly contumely rely apply comply imply multiply fly ply july italy ' +
    'elderly friendly likely unlikely lovely lonely costly deadly daily weekly monthly yearly hourly quarterly fortnightly biweekly early only ' +
    'ugly silly holy unholy orderly disorderly cowardly worldly scholarly leisurely lively manly womanly motherly fatherly brotherly ' +
    'timely untimely unruly unsightly unseemly unfriendly ghostly ghastly heavenly homely kindly neighborly neighbourly princely stately ' +
    'sickly sprightly surly wrinkly bubbly prickly curly hilly chilly oily wily burly steely wobbly crumbly',
)

/** Words among those that are adverbs as often: they are adverbs, but not before a noun. */
export const ADVERBS_TOO = words('likely unlikely early daily weekly monthly yearly hourly quarterly only kindly')

/** Nouns in -ed after an article: "the accused said". */
export const NOUNS_IN_ED = words(
  'accused deceased condemned wounded injured bereaved unemployed dispossessed displaced disabled watershed',
)
