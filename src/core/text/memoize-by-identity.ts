/** Bounded memoization by the identity of an object, for at most as long as the object lives. */

/** The count that a text of ordinary length needs at once. The answers about more objects take more memory than a Worker has. */
const MOST = 5_000

/** The results for one object, by the number of the memoized function. */
type Answers = unknown[]

let known = new WeakMap<object, Answers>()
/** How many objects are known. */
let size = 0
let functions = 0
// The last two objects: most calls in a row concern the same one or two.
let [last, lastAnswers]: [object | null, Answers] = [null, []]
let [former, formerAnswers]: [object | null, Answers] = [null, []]

function answersAbout(key: object): Answers {
  if (key === last) return lastAnswers
  let answers = key === former ? formerAnswers : known.get(key)
  if (!answers) {
    answers = []
    if (size === MOST) {
      known = new WeakMap()
      size = 0
    }
    known.set(key, answers)
    size++
  }
  ;[former, formerAnswers] = [last, lastAnswers]
  ;[last, lastAnswers] = [key, answers]
  return answers
}

/**
 * Memoizes by the identity of the first argument; all is forgotten at MOST objects. Other arguments are not part of the key: they must be the same for the same
 * object. Neither the object nor the result may be modified. A result is never undefined.
 */
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
