/** What was read of an object, kept for as long as the object lives. */

/** The answers about one object, by the number of the function that gave them. */
type Answers = unknown[]

const known = new WeakMap<object, Answers>()
let functions = 0
// The objects asked about last: most questions come in a row about one or two.
let [last, lastAnswers]: [object | null, Answers] = [null, []]
let [former, formerAnswers]: [object | null, Answers] = [null, []]

function answersAbout(key: object): Answers {
  if (key === last) return lastAnswers
  let answers = key === former ? formerAnswers : known.get(key)
  if (!answers) {
    answers = []
    known.set(key, answers)
  }
  ;[former, formerAnswers] = [last, lastAnswers]
  ;[last, lastAnswers] = [key, answers]
  return answers
}

/** The function with a memory by identity: asked about the same object again, it gives the same answer. Whatever else `read` is given
 * must be the same for the same object, and neither it nor the answer may be written to. An answer is never undefined. */
export function memoizeByIdentity<K extends object, T, More = undefined>(
  read: (key: K, more: More) => T,
): undefined extends More ? (key: K) => T : (key: K, more: More) => T
export function memoizeByIdentity<K extends object, T, More>(read: (key: K, more: More) => T): (key: K, more: More) => T {
  const number = functions++
  return (key, more) => {
    const answers = answersAbout(key)
    const again = answers[number] as T | undefined
    if (again !== undefined) return again
    const answer = read(key, more)
    answers[number] = answer
    return answer
  }
}
