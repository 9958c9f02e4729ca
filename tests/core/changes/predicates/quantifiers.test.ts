import { expect, it } from 'vitest'
import { kindsOf, tellBothWays } from '../kinds/both-ways.ts'

tellBothWays({
  negated: [
    ['No one was hurt.', 'Two people were hurt.'],
    ['No one was hurt.', 'One person was hurt.'],
    ['No one was hurt.', 'Everyone was hurt.'],
    ['No-one was hurt in the fire.', 'Three guests were hurt in the fire.'],
    ['No one has been arrested.', 'Two men have been arrested.'],
    ['No one died.', 'Someone died.'],
    ['No one lives there.', 'Some 40 families live there.'],
    ['Nobody was hurt.', 'Two people were hurt.'],
    ['Nobody was hurt.', 'The driver was hurt.'],
    ['Nobody has been charged.', 'Two men have been charged.'],
    ['None died.', 'Forty died.'],
    ['None of the crew was rescued.', 'Four of the crew were rescued.'],
    ['The club won none of its matches.', 'The club won three of its matches.'],
    ['There were no injuries.', 'There were two injuries.'],
    ['No house burned.', 'Several houses burned.'],
    ['No injuries were reported.', 'Three injuries were reported.'],
    ['The king has no heir.', 'The king has two heirs.'],
    ['Nothing was taken.', 'Four rings were taken.'],
    ['Police found nothing in the cellar.', 'Police found two knives in the cellar.'],
    ['Police arrested no one.', 'Police arrested three men.'],
    ['Police said no one was hurt.', 'Police said nine people were hurt.'],
    ['Neither driver was hurt.', 'Both drivers were hurt.'],
    ['Neither of the drivers was hurt.', 'One of the drivers was hurt.'],
    ['Neither the mayor nor her deputy was hurt.', 'Both the mayor and her deputy were hurt.'],
    ['Not one cow drowned.', 'Six cows drowned.'],
    ['Not a single cow drowned.', 'Six cows drowned.'],
    ['Not a single house burned.', 'A house burned.'],
    ['Nobody said the pier was rotten.', 'Two anglers said the pier was rotten.'],
    ['No official confirmed the report.', 'Two officials confirmed the report.'],
    ['No one voted against the plan.', 'Six councillors voted against the plan.'],
  ],
  'negated+source_changed': [['Police said no one was hurt.', 'The mayor said two people were hurt.']],
  number_changed: [
    ['Zero people were hurt.', 'Two people were hurt.'],
    ['One of the men was hurt.', 'Two of the men were hurt.'],
    ['No fewer than 30 came.', 'Thirty-five came.'],
    ['No more than two people were hurt.', 'Five people were hurt.'],
    ['None of the 40 cows drowned.', 'None of the 60 cows drowned.'],
    ['Not one of the 40 cows drowned.', 'Not one of the 60 cows drowned.'],
  ],
  reworded: [
    ['No one was hurt.', 'Nobody was hurt.'],
    ['No one was hurt.', 'There were no injuries.'],
    ['Nobody was hurt.', 'None of the passengers was hurt.'],
    ['Not one cow drowned.', 'Not a single cow drowned.'],
    ['No official would comment.', 'Officials would not comment.'],
    ['No one was hurt in the fire.', 'No one was killed in the fire.'],
    ['Kiosks have run out of matches.', 'There are no matches left in the kiosks.'],
    ['No peak in the range is higher than Orm.', 'Orm is the highest peak in the range.'],
  ],
})

it('asks for the same predicate', () => {
  expect(kindsOf('Nobody was hurt.', 'Two boats were late.')).not.toContain('negated')
})
