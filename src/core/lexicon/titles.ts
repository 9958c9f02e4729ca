/** Titles and roles that stand before a person's name, and words that show whether somebody is "he" or "she". */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Always before a name, or alone. */
export const ROLE_NOUNS: ReadonlySet<string> = words(
  'cllr ald insp supt pc dc det hon mr mrs ms miss mx dr sir dame prof professor sen senator rep representative congressman congresswoman gov governor president minister premier ' +
    'mayor mayoress justice gen col colonel lt lieutenant capt captain cpl corporal sgt sergeant maj adm admiral cmdr commander commodore brigadier ' +
    'amb ambassador secretary undersecretary chancellor rev reverend rabbi imam archbishop cardinal monsignor detective inspector superintendent ' +
    'constable commissioner sheriff marshal chairman chairwoman chairperson chair director executive officer coach captain manager boss owner founder ' +
    'leader treasurer councillor councilor councilman councilwoman alderman whip envoy spokesman spokeswoman spokesperson analyst economist strategist ' +
    'scientist researcher historian author writer actor actress singer composer artist poet novelist critic editor reporter journalist columnist ' +
    'correspondent broadcaster presenter lawyer attorney solicitor barrister prosecutor magistrate coroner sheriff surgeon physician nurse doctor ' +
    'engineer architect teacher headteacher headmaster headmistress principal lecturer farmer fisherman businessman businesswoman entrepreneur banker ' +
    'trader investor fundraiser campaigner activist organiser organizer volunteer consultant apprentice joiner builder baker plumber electrician carpenter butcher clerk miner sailor soldier student pupil trainee accountant ' +
    'auditor broker shopkeeper publican midwife carer cleaner courier dentist vet vicar priest paramedic firefighter policeman policewoman pilot driver skipper ' +
    'goalkeeper striker midfielder defender winger batsman bowler sprinter swimmer cyclist golfer quarterback pitcher candidate lawmaker legislator ' +
    'politician diplomat aide adviser advisor deputy official agent cfo ceo cto coo mp mep msp republican democrat democratic widow widower ' +
    'host hostess anchor anchorman moderator neighbour neighbor resident witness survivor victim brothers sisters emperor empress baroness baron viscount duchess councillors umpire referee ' +
    'administrator coordinator co-ordinator co-founder cofounder conductor chef biologist physicist chemist geologist ecologist epidemiologist ' +
    'psychologist sociologist meteorologist virologist astronomer archaeologist technician specialist expert curator librarian ranger warden mechanic',
)

/** Titles that are surnames or given names too: only where they open the name. */
export const TITLES_AND_NAMES: ReadonlySet<string> = words(
  'king queen prince princess pope bishop dean major judge general lord lady duke earl father sister brother speaker pastor abbot',
)

/** Words before a role: "Deputy Chief Constable". */
export const ROLE_MODIFIERS: ReadonlySet<string> = words(
  'vice deputy former acting assistant associate senior junior prime chief foreign attorney first second lead head shadow interim managing ' +
    'executive finance home health defence defense labour interior transport trade police fire union vice-president',
)

const TITLES_OF_MEN = 'mr sir lord king prince congressman father brother brothers duke earl baron emperor councilman'
const TITLES_OF_WOMEN = 'mrs ms miss lady dame queen princess congresswoman sister sisters duchess baroness empress mayoress'
const MEN =
  'husband father son brother uncle nephew grandfather grandson stepfather stepson boyfriend widower actor-director man boy gentleman businessman ' +
  'fisherman policeman spokesman batsman headmaster monk landlord waiter stuntman cameraman salesman nobleman statesman sportsman'
const WOMEN =
  'wife mother daughter sister aunt niece grandmother granddaughter stepmother stepdaughter girlfriend widow woman girl lady businesswoman ' +
  'policewoman spokeswoman chairwoman headmistress nun actress waitress landlady hostess heroine councilwoman sportswoman midwife'

/** Kin and companions of either sex. */
export const KIN_NOUNS: ReadonlySet<string> = words(
  'parent partner cousin friend colleague neighbour neighbor child sibling spouse fiance fiancee fiancé fiancée teenager grandparent relative roommate ' +
    'flatmate classmate passenger owner tenant pensioner shopper commuter',
)

const gendered = (he: string, she: string): ReadonlyMap<string, 'he' | 'she'> =>
  new Map([...he.split(' ').map((w): [string, 'he'] => [w, 'he']), ...she.split(' ').map((w): [string, 'she'] => [w, 'she'])])

/** Titles, kin and jobs of one sex, in lower case. */
export const GENDERED_NOUNS: ReadonlyMap<string, 'he' | 'she'> = gendered(
  `${TITLES_OF_MEN} ${MEN}`,
  `${TITLES_OF_WOMEN} ${WOMEN}`,
)

/** First names that men or women alone have; no name that both have ("Robin", "Sam", "Kim"). */
export const GENDERED_NAMES: ReadonlyMap<string, 'he' | 'she'> = gendered(
  'abe al ben bill bob brad brett bruce clive cliff dan dave dean don doug ed fred gavin gus henrik jake jeff jim joe josh ken kyle lance len leo luke matt mick mike nick ' +
    'phil ray reg rob rod ron sid stan steve stu ted tim todd tony wayne will zach adam ahmed alan albert alexander ali andrew anthony antonio arthur barry ben benjamin bernard boris brian carl carlos charles christopher colin craig ' +
    'daniel david dennis derek dmitri dominic donald douglas duncan edward edwin emmanuel eric ernest ethan eugene felix ferdinand fernando francisco ' +
    'frank frederick friedrich gareth gary geoffrey george gerald gerard giovanni gordon graham greg gregory gustav guy hans harold harry heinrich henry ' +
    'herbert howard hugh hugo ian igor ismail ivan jack jacob james jason javier jeffrey jeremy johann john jonathan jorge jose joseph joshua juan julian ' +
    'karl keith kenneth kevin klaus konstantin kurt lawrence leonard liam lionel louis luis malcolm marcel marco mark martin matthew maurice max michael ' +
    'miguel mikhail mohamed mohammed muhammad nathan neil nicholas nigel nikolai norman oliver omar oscar otto patrick paul pavel pedro peter philip pierre ' +
    'rafael ralph raymond ricardo richard robert roberto roger roland ronald rupert samuel sean sebastian sergei simon stefan stephen steven stuart ' +
    'theodore thomas timothy tobias tom trevor victor viktor vincent vladimir walter wilfred wilhelm william wolfgang xavier yusuf',
  'abby becky beth betty brenda carrie cathy cindy debbie dawn doreen ellie emilia gemma gina gwen holly jenny jill jodie josie kathy katie kelly kerry kim ' +
    'lauren leah lily liz lynn mandy maya meg millie nell pam pat patty peggy rosie ruby ruth sadie sandy sheryl sue susie tanya tara tess tilda tina tracy wendy abigail adele agnes alice alison amanda amelia amy ana anastasia angela anita ann anna anne annette antonia audrey barbara beatrice bella bernadette ' +
    'bridget camilla carla carmen carol caroline catherine cecilia celia charlotte chloe christina christine clara claire clare claudia cynthia daphne ' +
    'deborah denise diana diane dolores donna doris dorothy edith edna eileen elaine eleanor elena eliza elizabeth ella ellen elsa emily emma esther ethel eva ' +
    'fatima fiona florence frances georgia geraldine gertrude gillian gloria grace greta hannah harriet heather helen helena henrietta hilda ida ingrid irene ' +
    'irina isabel isabella jacqueline jane janet janice jennifer jessica joan joanna joanne josephine judith julia julie karen katarina kate katherine ' +
    'kathleen laura lena lillian linda lisa lorraine louise lucia lucy lydia mabel madeleine maggie margaret margarita maria marianne marie marina marjorie ' +
    'marta martha mary matilda maureen megan melanie melissa mildred miriam molly monica nadia nancy naomi natalia natalie natasha nina nora olga olivia ' +
    'pamela patricia paula penelope pia phoebe phyllis priscilla rachel rebecca rita rosa rose rosemary ruth sally samantha sandra sara sarah sheila ' +
    'shirley silvia sofia sonia sophia sophie stella stephanie susan svetlana sylvia tatiana teresa theresa tina ursula valentina valerie vanessa vera ' +
    'veronica victoria violet virginia wendy winifred yolanda yvonne zoe',
)

/** Words that no person's name ends with. */
export const NOT_PERSON: ReadonlySet<string> = words(
  'house department party university college street avenue road union states kingdom council court committee commission congress senate ministry agency bank ' +
    'company corp inc ltd plc llc co group holdings institute center centre foundation association authority society trust federation confederation ' +
    'partnership times post journal news press army navy force forces city county island islands river sea ocean east west north south africa america ' +
    'europe asia act day war world hospital school church airport station service services office bureau administration nations republic monday ' +
    'tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'democrats republicans media network security affairs relations defense defence league cup games motors electric assembly board club united ' +
    'championship open pass bridge park square valley bay lake hills mountain mountains coast beach harbour harbor port line railway airlines airways ' +
    'energy systems technologies industries international museum theatre theater stadium festival project programme program plan treaty law code ' +
    'award prize watch international parliament government cabinet health transport railways',
)
