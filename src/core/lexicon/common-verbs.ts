/** Frequent verbs that are no reporting verbs, so that a clause is recognized by its verb. */

export const COMMON_VERBS: readonly string[] = (
  'make take give get go come become remain stay keep leave lead lose win meet pay run send sit stand begin start stop end break bring build ' +
  'buy carry catch change choose close create cut deal deliver die draw drive drop eat enter exist fail fall fight fill fly follow gain grow ' +
  'happen hang help hide hit hold hurt include increase involve join kill lack last lay let lie live look lose move need occur open operate ' +
  'own pass perform pick play produce provide pull put raise reach receive reduce represent rest result return ride rise save sell serve set ' +
  'settle shoot shut sign sleep spend spread strike suffer take tend throw touch travel treat try turn use visit wait walk watch wear work ' +
  'appear seem sound belong consist contain cost cover depend develop drink earn employ escape face fit force form handle hire host ' +
  'launch lift manage mark matter miss mount offend organize own pose prepare prevent protect prove rank remove replace require resign ' +
  'retire rule search seat shake share shift show shrink split step struggle succeed survive test tie top track trail trigger vary win wonder'
).split(' ')
