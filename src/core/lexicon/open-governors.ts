/** Words whose complement is only intended, discussed, or demanded. */

/** Before a preposition and a gerund: "the hope of mending it", "close to mending it". */
export const AIMS: ReadonlySet<string> = new Set(
  (
    'hope hopes idea ideas plan plans option options aim aims goal goals purpose intention intentions intent chance chances prospect prospects ' +
    'possibility risk threat danger way ways means method methods interest capable incapable accused suspected talk talks talked talking close ' +
    'proposal proposals view thought thoughts power right likelihood dream dreams order favour favor point cost costs ability bent'
  ).split(' '),
)

/** Before "that" and a subjunctive: "demanded that the wall be mended". */
export const DEMANDS: ReadonlySet<string> = new Set(
  (
    'demand demands demanded demanding require requires required requiring requirement request requests requested requesting propose proposes ' +
    'proposed proposing proposal recommend recommends recommended recommending recommendation urge urges urged urging ask asks asked asking ' +
    'order orders ordered ordering wish wishes wished hope hopes hoped hoping insist insisted prefer'
  ).split(' '),
)
