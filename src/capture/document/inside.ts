/** Which elements lie in which, by their names: selectors are compiled for each question. */
import { walk } from './walk.ts'

/** Whether an element, or one that holds it, has one of `names`. */
export function within(element: Element, names: ReadonlySet<string>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (names.has(at.localName)) return true
  return false
}

/** Whether an element holds one that has one of `names`. */
export function holds(element: Element, names: ReadonlySet<string>): boolean {
  let found = false
  walk(element, {
    enter: ({ localName }) => {
      found = names.has(localName)
      return found ? 'end' : true
    },
    text: () => {},
    leave: () => {},
  })
  return found
}
