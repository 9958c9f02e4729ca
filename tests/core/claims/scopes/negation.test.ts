import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

/** "sign level" of the first statement. */
function first(text: string): string {
  const { level, polarity } = statementsOf(text, false)[0]?.certainty ?? {}
  return `${polarity} ${level}`
}

describe('the polarity of the main predicate', () => {
  it.each([
    ['Divers have yet to reach the wreck.', 'negative certain'],
    ['Four of the goats had yet to be found.', 'negative certain'],
    ['“We are yet to agree a price,” said Ida Roe.', 'negative certain'],
    ['The orchard is no longer watered by hand.', 'negative certain'],
    ['The mill no longer employs weavers.', 'negative certain'],
    ['The tram no longer stops at the pier, the operator said.', 'negative certain'],
    ['The barge almost sank in the lock.', 'negative certain'],
    ['A beam had nearly crushed the organist.', 'negative certain'],
    ['The new hall is nearly finished.', 'negative certain'],
    ['The marsh has all but vanished since 1980.', 'negative probable'],
    ['Almost 90 boats sank in the gale.', 'positive certain'],
    ['Ferry fares nearly doubled in May.', 'positive certain'],
    ['Nearly all the windows broke.', 'positive certain'],
    ['The hill is almost certainly hollow.', 'positive probable'],
    ['Neither the smith nor the baker paid the levy.', 'negative certain'],
    ['The abbot neither signed nor read the deed.', 'negative certain'],
    ['Few villages kept their wells.', 'negative probable'],
    ['In the past few weeks the river rose.', 'positive certain'],
    ['The clerk who never answered letters retired.', 'positive certain'],
    ['The bridge, not mended in a decade, is open again.', 'positive certain'],
    ['The flood not only drowned the cows but also took the barn.', 'positive certain'],
    ['The choir decided against singing in Welsh.', 'positive certain'],
  ])('%s %s', (text, expected) => expect(first(text)).toBe(expected))
})

describe('a possibility that is not excluded is open', () => {
  it.each([
    ['Sabotage has not been ruled out, the harbour master said.', 'positive possible'],
    ['A second eruption cannot be ruled out.', 'positive possible'],
    ['Poisoning could not be excluded, vets said.', 'positive possible'],
    ['Sabotage was ruled out on Monday.', 'positive certain'],
  ])('%s %s', (text, expected) => expect(first(text)).toBe(expected))
})

describe('an impossibility is no hedge', () => {
  it.each([
    ['Cyclists cannot use the new tunnel.', 'negative certain'],
    ["“I can't sell it,” said the widow.", 'negative certain'],
    ['The pilot could not see the mast.', 'negative certain'],
    ["The keeper said the geese couldn't fly.", 'negative certain'],
    ['The council can not tax the islanders.', 'negative certain'],
    ['Mr. Ode could not be reached on Tuesday.', 'negative certain'],
    ['The serum may not help older dogs.', 'negative possible'],
    ['The dyke might not last.', 'negative possible'],
    ['The pond could freeze tonight.', 'positive possible'],
    ['The crane can lift nine tonnes.', 'positive possible'],
  ])('%s %s', (text, expected) => expect(first(text)).toBe(expected))
})

describe('a negation reaches over the infinitive that its predicate takes', () => {
  it.each([
    ['She has not been able to walk far since the fall.', 'negative certain'],
    ['The ferry is not going to sail on Sunday.', 'negative certain'],
    ['The wardens were unable to reach the ridge.', 'negative certain'],
    ['The choir was able to sing in the crypt.', 'positive certain'],
    ['The guard did not fail to lock the vault.', 'positive certain'],
    ['The heavy snow made it impossible for crews to reach the farm.', 'positive certain'],
  ])('%s %s', (text, expected) => expect(first(text)).toBe(expected))
})
