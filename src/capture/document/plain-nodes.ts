/** Nodes without listeners. */
import { EventTarget, Node } from 'linkedom'

/**
 * linkedom keeps a map of listeners for each node, also for text and attributes, in a WeakMap: that takes longer than the parse, and most of its
 * memory. No reader listens, so this makes the constructor of its nodes leave out that of EventTarget.
 */
export function leaveOutListeners(): void {
  // The exported class only stands for the one that the parser uses.
  const nodes: unknown = Object.getPrototypeOf(Node)
  if (typeof nodes !== 'function' || Object.getPrototypeOf(nodes) !== EventTarget) return
  function Unheard() {}
  Unheard.prototype = EventTarget.prototype
  Object.setPrototypeOf(nodes, Unheard)
}
