/** The body by the settings of a site. */
import { type Block, blocksOf } from '../document/blocks.ts'
import { without } from '../document/copy.ts'
import type { SiteSettings } from '../reading.ts'

/** The elements that the settings drop. A selector that is not valid selects nothing. */
export const droppedBy = (document: Document, { drop = [] }: SiteSettings): Element[] => selected(document, drop)

/** The blocks of what the settings keep, without what they drop; null where they keep nothing, or the page has nothing of it. */
export function keptBy(document: Document, settings: SiteSettings): Block[] | null {
  const { keep = [] } = settings
  if (!keep.length) return null
  return without(droppedBy(document, settings), () => {
    const kept = new Set(selected(document, keep))
    const outer = [...document.querySelectorAll('*')].filter((element) => kept.has(element) && !hasAncestorIn(element, kept))
    const blocks = outer.flatMap(blocksOf)
    return blocks.length ? blocks : null
  })
}

function selected(document: Document, selectors: readonly string[]): Element[] {
  return selectors.flatMap((selector) => {
    try {
      return [...document.querySelectorAll(selector)]
    } catch {
      return []
    }
  })
}

/** Whether an element lies inside one of `elements`. */
export function hasAncestorIn(element: Element, elements: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (elements.has(at)) return true
  return false
}
