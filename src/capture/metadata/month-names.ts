/** The names of months in several languages. */

const NAMES: readonly (readonly [number, string])[] = [
  [
    1,
    'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu stycznia styczeń sty ledna január ianuarie ocak января янв січня ιανουαρίου ianuari siječnja januára januára',
  ],
  [
    2,
    'february feb februar feber février févr fév febrero febbraio febb fevereiro fev februari helmikuuta helmikuu lutego luty lut února február februarie şubat февраля фев лютого φεβρουαρίου veljače februára',
  ],
  [
    3,
    'march mar märz mrz mär mars marzo março maart maaliskuuta maaliskuu marca marzec března március martie mart марта мар березня μαρτίου ožujka',
  ],
  [
    4,
    'april apr avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecień kwi dubna április aprilie nisan апреля апр квітня απριλίου travnja apríla',
  ],
  [
    5,
    'may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja květen května május mayıs мая май травня μαΐου svibnja mája',
  ],
  [
    6,
    'june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec cze června června június iunie haziran июня июн червня ιουνίου lipnja júna',
  ],
  [
    7,
    'july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec lip července július iulie temmuz июля июл липня ιουλίου srpnja júla',
  ],
  [
    8,
    'august aug août aout agosto ago augustus augusti elokuuta elokuu sierpnia sierpień sie srpna augusztus ağustos августа авг серпня αυγούστου kolovoza augusta',
  ],
  [
    9,
    'september sep sept septembre septiembre settembre sett set setembro syyskuuta syyskuu września wrzesień wrz září szeptember septembrie eylül сентября сен вересня σεπτεμβρίου rujna septembra',
  ],
  [
    10,
    'october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik paź října október octombrie ekim октября окт жовтня οκτωβρίου listopada októbra',
  ],
  [
    11,
    'november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad lis listopadu noiembrie kasım ноября ноя листопада νοεμβρίου studenoga novembra',
  ],
  [
    12,
    'december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuuta joulukuu grudnia grudzień gru prosince decembrie aralık декабря дек грудня δεκεμβρίου prosinca decembra',
  ],
]

/** The number of a month by its name in lower case, from 1. A name that two months have in two languages is that of the first. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap(([month, names]) => names.split(' ').map((name): [string, number] => [name, month])).reverse(),
)
