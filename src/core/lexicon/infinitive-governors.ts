/** Words before an infinitive, by their implication: done, not done, or only intended. All others leave it probable. */

/** "continued to rise" implies that it rose (implicatives: Karttunen 1971). */
export const DONE: ReadonlySet<string> = new Set(
  (
    'continue continues continued continuing begin begins began begun start starts started manage manages managed managing come comes came ' +
    'help helps helped helping prove proves proved used happen happens happened get gets got go went led lead leads remains remain ' +
    'proceeded served serve serves first last second third one only'
  ).split(' '),
)

/** "failed to pay" implies that it was not paid. */
export const NOT_DONE: ReadonlySet<string> = new Set(
  (
    'fail fails failed failing failure refuse refuses refused refusing refusal decline declines declined declining neglect neglects ' +
    'neglected unable unwilling inability yet forgot too cease ceases ceased'
  ).split(' '),
)

/** "wants to pay", "the attempt to pay": open. */
export const AIMED_AT: ReadonlySet<string> = new Set(
  (
    'want wants wanted wanting hope hopes hoped hoping try tries tried trying attempt attempts attempted attempting seek seeks sought seeking ' +
    'wish wishes wished like able ability willing willingness plan plans planned planning intend intends intended intending intention desire desires ' +
    'ready eager right chance opportunity offer offers offered offering ask asks asked asking urge urges urged urging threaten threatens threatened ' +
    'threatening threat call calls need needs have has had reluctant free prepared consider considering effort efforts prefer prefers power authority ' +
    'option going aim aims aimed aiming permission permit allow allowed invited encouraged him them her us me you'
  ).split(' '),
)
