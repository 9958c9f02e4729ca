import { tellBothWays } from './both-ways.ts'

/** Amounts are told by what they count or measure, wherever they stand. */
tellBothWays({
  number_changed: [
    // Another unit
    ['The farm covers 900 square miles of heath.', 'The farm covers 900 acres of heath.'],
    ['The oven was at 60 degrees Celsius.', 'The oven was at 60 degrees Fahrenheit.'],
    ['The mill makes 12 megawatts.', 'The mill makes 12 gigawatts.'],
    ['The wind blew at 90 mph.', 'The wind blew at 90 km/h.'],
    ['Sales grew 30 percent.', 'Sales grew 30-fold.'],
    ['The disk, which is new, holds 40 megabytes.', 'The disk holds 40 gigabytes, and the maker will sell more.'],
    // Written in other ways
    ['The wreck is 3½ miles from the coast.', 'The wreck is 4½ miles from the coast.'],
    ['Tens of thousands of eels died.', 'Hundreds of thousands of eels died.'],
    ['Half a million people came to the fair.', 'A million people came to the fair.'],
    ['It was her 30th win.', 'It was her 31st win.'],
    ['Dorn 2 Pellow 0', 'Dorn 2 Pellow 3'],
    ['The bank left its rate at 2 to 2-1/4 percent.', 'The bank left its rate at 2-1/4 to 2-1/2 percent.'],
    ['The fee is due every 90 days.', 'The fee is due every year.'],
    ['The choir has two open places for tenors.', 'The choir has an open place for a tenor.'],
    // Figures of one subject, in a sentence told anew
    ['The toll of the ferry stands at 23.', 'The toll of the ferry rose to 31 on Sunday after divers reached its hold.'],
    ['The index of barley closed at 812.', 'The index of barley fell to 790 on Monday as farmers awaited rain.'],
    ['The count of empty shops reached 14.', 'The count of empty shops has gone up to 19 since the fair left.'],
    // Each beside its own word
    ['A raft with 60 people aboard sank, killing 14.', 'A raft sank on Monday, and the wreck killed 27 people in all.'],
    ['The mill lost money in the last three quarters.', 'The mill lost money in the last five quarters.'],
    // Beside other edits
    ['The toll stood at 31, and 12 are missing.', 'The toll stood at 34; the search for 12 others goes on.'],
    ['The tram carried 400 people, who had waited an hour.', 'The tram, which had been late, carried 450 people.'],
  ],
  reworded: [
    ['One in four pupils was ill.', '25 percent of pupils were ill.'],
    ['The fault is told of in CVE-2019-10234 of the list.', 'The fault is told of in CVE-2019-10237 of the list.'],
    ['Once 0.7 is released, the old release ends.', 'Once 0.8 is released, the old release ends.'],
    ['Such uses are named in 12 CFR 801 of the code.', 'Such uses are named in 14 CFR 801 of the code.'],
    ['The wage was set in June.[4]', 'The wage was set in June.[5]'],
    ['The ferry is 2 km from the port.', 'The ferry is 2,000 metres from the port.'],
    ['The rate is 1-1/2 percent.', 'The rate is 1.5 percent.'],
  ],
})
