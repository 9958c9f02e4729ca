import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/core/analysis.ts'
import { languageOf } from '../../../src/core/text/language.ts'

describe('languageOf', () => {
  it.each([
    ['en', 'The town said on Monday that the dam is no longer safe.'],
    ['de', 'Die Stadt hat am Montag mitgeteilt, dass der Damm nicht mehr sicher ist und die Brücke noch gesperrt wird.'],
    ['fr', 'La ville a annoncé lundi que le barrage n’est plus sûr et que le pont sera fermé pour les prochaines semaines.'],
    ['es', 'La ciudad anunció el lunes que la presa ya no es segura y que el puente estará cerrado por las próximas semanas.'],
    ['it', 'La città ha annunciato che la diga non è più sicura e che il ponte sarà chiuso per le prossime settimane.'],
    ['pt', 'A cidade anunciou que a barragem não é mais segura e que a ponte será fechada pelas próximas semanas.'],
    ['nl', 'De stad heeft maandag gemeld dat de dam niet meer veilig is en dat de brug voor het verkeer gesloten wordt.'],
    ['pl', 'Miasto poinformowało w poniedziałek, że tama nie jest już bezpieczna i że most jest zamknięty do odwołania.'],
    ['uk', 'Місто повідомило в понеділок, що гребля вже не є безпечною і що міст буде закритий для руху.'],
    ['ja', '市は月曜日、ダムはもはや安全ではないと発表した。'],
    ['ko', '시는 월요일 댐이 더 이상 안전하지 않다고 발표했다.'],
    ['el', 'Η πόλη ανακοίνωσε τη Δευτέρα ότι το φράγμα δεν είναι ασφαλές.'],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toEqual({ language, unsupported: language !== 'en' }))

  it.each([
    ['too short', 'Rents fell', null, false],
    ['nothing to read', '1, 2, 3 …', null, false],
    [
      'a quotation in another language',
      'The mayor of the town said that it was late and left. “C’est la vie,” he said to the crew.',
      'en',
      false,
    ],
    ['names only', 'Orla Quist, Bo Hale', null, false],
    ['two that are too close', 'Byen meldte at demningen er ikke til at se, og at det var en til.', null, true],
    ['an unknown script', 'ნაგებობა დაიხურა', null, true],
  ])('%s', (_, text, language, unsupported) => expect(languageOf(text)).toEqual({ language, unsupported }))
})

it('takes the sentences of another language as the claims', () => {
  const body = 'Die Stadt sagte, dass der Damm nicht sicher ist und die Brücke noch steht. „Wir gehen“, sagte Orla Quist.'
  const { claims, sentences, language, unsupported } = analyze({ title: '', body, publishedAt: null })
  expect([language, unsupported]).toEqual(['de', true])
  expect(claims.map(({ statement }) => [statement.source.kind, statement.cue, statement.content])).toEqual(
    sentences.map(({ text }) => ['author', null, [[0, text.length]]]),
  )
})
