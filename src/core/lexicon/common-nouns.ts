/** Frequent common nouns of news, singular: a sentence's first word is capitalized, whatever it is. */

export const COMMON_NOUNS: ReadonlySet<string> = new Set(
  (
    'access accident account activist actor ad adult aid aircraft airline airport alcohol ally alternative ambulance amendment animal answer app ' +
    'army arrest artist asset atom attack audience audit award baby back bail ballot ban bank bar battery beach bid bill bird blast blaze blood ' +
    'board boat body bomb bond bonus book border boss boy branch bread bridge budget bug builder building bus business buyer cab call camp campaign ' +
    'cancer candidate car card care carer cargo carrier case cash cat cattle cause charge charity chart cheque chief child choice church citizen city ' +
    'claim class client climate clinic clock cloud club coach coal coast code college colleague column commuter company complaint computer concern ' +
    'contract cop copy corn corruption cost council couple court cow crash credit crew crime critic crop crowd cup currency customer cut cyclist ' +
    'damage dam data date daughter day deal death debate debt decision defect defendant deficit delay delegate demand demonstrator detail detective ' +
    'diet disease diver doctor dog dollar donor door dose doubt drill drink driver drone drought drug earning earthquake economist economy editor effort ' +
    'election emission employee employer energy engine engineer estimate event evidence exam expert export export eye face factory family fan fare farm ' +
    'farmer father fear fee ferry festival fight figure film fine fire firefighter firm fish flight flood flow food force forecast forecaster forest friend ' +
    'fuel fund funeral game gang gas gate girl goal gold good goods grain grant ground group growth guard guest gun gunman harvest head health heat ' +
    'helicopter hiker holiday home hope hospital host hostage hotel hour house household housing human hundred hunter idea image import incident income ' +
    'index industry inflation inmate inquiry inspector insurer interest interview investor invoice island issue item jail job judge juror jury key kid ' +
    'king lab labor labour lake land landlord landslide lane law lawmaker lawyer leader leak lease lender lesson letter level levy licence license life ' +
    'light limit line link loan loss machine mail maker mall manager manufacturer map margin market mask match material matter mayor meal measure meat ' +
    'member merger message meter migrant mile milk miner minister missile mistake model money month motorist mother motion mountain move museum ' +
    'nation neighbor neighbour network news newspaper night noise nurse object offer office officer official oil operator opponent opposition order ' +
    'organiser organizer outage outlook output owner pair paper parent park part partner party passenger path patient pay payment payout peak pedestrian ' +
    'penalty pension people person petition petrol phone photo pick pilot pipe pipeline pirate place plan plane planet planner plant player police ' +
    'policy politician poll pollster pool pope population port position post poster power premium president press pressure price priest prince prison ' +
    'prisoner product profit project promise property proposal prosecutor protest protester provider province pub pupil purchase quake quarter ' +
    'queue race radio raid rail railway rain rate reader reason rebel record recruit referee refugee region regulator relation relative rent repair ' +
    'report reporter rescue rescuer research researcher resident resource restaurant result retailer return revenue review ride right ring risk river ' +
    'road robber rocket room rule rumor rumour runner safety salary sale sample sanction sanctions saving scheme school science scientist score sea ' +
    'search season seat security seller senator sentence series server service session setback shareholder share sheep ship shipment shooter shop shot ' +
    'show shortage sign signal site skill smoke snow soldier son song source space spacecraft speaker spectator speed spending spokesman ' +
    'spokesperson spokeswoman sport staff stake star state statement station stock store storm story strategy street strike student study subject ' +
    'subsidy suicide sum supermarket supplier supply support supporter surgeon surgery survey survivor suspect system table talk tanker target tariff ' +
    'tax taxi taxpayer teacher team technology teenager television temperature tenant tension term test theatre theft thief thing thousand threat ' +
    'thunderstorm ticket tide time toll tool tornado total tour tourist tower town trade trader traffic train tram transport traveller traveler treatment ' +
    'tree trend trial tribunal trip troop trooper trouble truck tunnel turnout umpire union unit user vaccine value van vehicle verdict vessel victim ' +
    'video view village villager violence virus visa visit visitor vote voter wage war warning waste water wave weather website week weight wheat ' +
    'wind window winner witness woman wood work worker workplace year yield youth zone'
  ).split(' '),
)

/** Endings that make nouns of persons and abstract nouns. */
export const NOUN_ENDING =
  /(?:[a-z]{3,}(?:er|or|ist|ian|eer|ment|tion|sion|ness|ance|ence|ship|hood|dom|ism)|[a-z]{2,}(?:ities|ities|ments|tions))$/

/** Family names that end as plural nouns do. */
export const PLURAL_NAMES: ReadonlySet<string> = new Set(
  (
    'rogers roberts peters walters sanders anders matthews andrews reuters myers winters masters waters powers cummings hastings jennings ' +
    'clements parsons sumners chalmers rivers saunders travers summers bowers flowers ayers byers meyers meyers rutgers rodgers anthers childers ' +
    'anders landers siemens chambers brothers mathers biggers showers motors stellantis strangers elders bankers anders lehders jacobs daniels'
  ).split(' '),
)
