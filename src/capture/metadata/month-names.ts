/** The names of months in several languages. */

const NAMES: readonly (readonly [number, string])[] = [
  [
    1,
    'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu stycznia styczeń sty ledna január ianuarie ocak января янв січня ιανουαρίου ianuari siječnja januára januára gener jaanuar janvāris janvārī sausio janúar ιαν януари يناير ינואר जनवरी كانون_الثاني',
  ],
  [
    2,
    'february feb februar feber février févr fév febrero febbraio febb fevereiro fev februari helmikuuta helmikuu lutego luty lut února február februarie şubat февраля фев лютого φεβρουαρίου veljače februára febrer veebruar februāris februārī vasario febrúar φεβ февруари فبراير פברואר फरवरी फ़रवरी pebruari شباط',
  ],
  [
    3,
    'march mar märz mrz mär mars marzo março maart maaliskuuta maaliskuu marca marzec března március martie mart марта мар березня μαρτίου ožujka març märts marts martā kovo maret μαρ март مارس מרץ मार्च آذار',
  ],
  [
    4,
    'april apr avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecień kwi dubna április aprilie nisan апреля апр квітня απριλίου travnja apríla aprill aprīlis aprīlī balandžio apríl απρ април أبريل ابريل إبريل אפריל अप्रैल نيسان',
  ],
  [
    5,
    'may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja květen května május mayıs мая май травня μαΐου svibnja mája maig maijs maijā gegužės maí μαΐ μάιος مايو מאי मई أيار',
  ],
  [
    6,
    'june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec cze června června június iunie haziran июня июн червня ιουνίου lipnja júna juny juuni jūnijs jūnijā birželio júní ιουν юни يونيو يونيه יוני जून حزيران',
  ],
  [
    7,
    'july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec lip července július iulie temmuz июля июл липня ιουλίου srpnja júla juliol juuli jūlijs jūlijā liepos júlí ιουλ юли يوليو يوليه יולי जुलाई تموز',
  ],
  [
    8,
    'august aug août aout agosto ago augustus augusti elokuuta elokuu sierpnia sierpień sie srpna augusztus ağustos августа авг серпня αυγούστου kolovoza augusta agost augusts augustā rugpjūčio ágúst agustus αυγ أغسطس اغسطس אוגוסט अगस्त آب',
  ],
  [
    9,
    'september sep sept septembre septiembre settembre sett set setembro syyskuuta syyskuu września wrzesień wrz září szeptember septembrie eylül сентября сен вересня σεπτεμβρίου rujna septembra setembre septembris septembrī rugsėjo σεπ септември سبتمبر ספטמבר सितंबर सितम्बर أيلول',
  ],
  [
    10,
    'october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik paź října október octombrie ekim октября окт жовтня οκτωβρίου októbra oktoober oktobris oktobrī spalio οκτ октомври أكتوبر اكتوبر אוקטובר अक्टूबर अक्तूबर تشرين_الأول',
  ],
  [
    11,
    'november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad lis listopadu noiembrie kasım ноября ноя листопада νοεμβρίου studenoga novembra novembris novembrī lapkričio nóvember νοε ноември نوفمبر נובמבר नवंबर नवम्बर تشرين_الثاني',
  ],
  [
    12,
    'december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuuta joulukuu grudnia grudzień gru prosince decembrie aralık декабря дек грудня δεκεμβρίου prosinca decembra desembre detsember decembris decembrī gruodžio δεκ декември ديسمبر דצמבר दिसंबर दिसम्बर كانون_الأول',
  ],
]

/** The number of a month by its name in lower case, from 1.  */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap(([month, names]) =>
    names.split(' ').map((name): [string, number] => [name.replace('_', ' '), month]),
  ).reverse(),
)
