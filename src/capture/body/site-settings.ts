/** The body by the settings of a site. */
import { type Block, blocksOf } from '../document/blocks.ts'
import { parseDocument } from '../document/page-document.ts'
import type { SiteSettings } from '../reading.ts'

/** Takes out what the settings drop. A selector that is not valid selects nothing. */
export function dropBySettings(document: Document, { drop = [] }: SiteSettings): void {
  for (const element of selected(document, drop)) element.remove()
}

/** The blocks of what the settings keep, without what they drop; null where they keep nothing, or the page has nothing of it. */
export function keptBy(html: string, settings: SiteSettings): Block[] | null {
  if (!settings.keep?.length) return null
  const document = parseDocument(html)
  dropBySettings(document, settings)
  const kept = new Set(selected(document, settings.keep))
  const outer = [...document.querySelectorAll('*')].filter((element) => kept.has(element) && !hasAncestorIn(element, kept))
  const blocks = outer.flatMap(blocksOf)
  return blocks.length ? blocks : null
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
