import type { JsonObject } from '../../document/json-ld.ts'
import type { BylineSource } from './byline-source.ts'

/** The authors of the article in the linked data, also where they are objects of their own. */
export const linkedNames: BylineSource = ({ facts: { article, objects } }) =>
  [article?.author ?? article?.creator].flat().flatMap((author) => {
    if (typeof author === 'string') return /^https?:/.test(author) ? [] : [author]
    const given = author as JsonObject | undefined
    const id = given?.['@id']
    const object = given?.name || typeof id !== 'string' ? given : objects.find((other) => other['@id'] === id && other.name)
    return [object?.name].flat().flatMap((name) => (typeof name === 'string' ? [name] : []))
  })
