/** Nouns for occasions and channels of speech: "in an interview" names the occasion and not the content. */

export const OCCASIONS: ReadonlySet<string> = new Set(
  (
    'interview statement speech letter email e-mail memo post tweet message debate rally event conference briefing hearing interviews ' +
    'statements meeting appearance address remarks column article essay op-ed editorial book memoir filing testimony call ' +
    'telephone video segment broadcast show program programme podcast town forum fundraiser release note report reports text affidavit ' +
    'series posts tweets emails letters lawsuit court brief summit gathering breakfast lunch dinner night morning afternoon evening ' +
    ''
  ).split(' '),
)
