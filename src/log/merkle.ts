/**
 * The Merkle tree of the log, by RFC 9162, section 2.1: the hash of a leaf is SHA-256 of 0x00 and its data, that of a node SHA-256 of 0x01
 * and the hashes of its two children. Sizes and indexes are counts of leaves, below 2^53.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** 32 bytes. */
export type Hash = Uint8Array

/** The root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array())

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash of the leaf with a text as its data. */
export const leafHash = (data: string): Hash => sha256.create().update(LEAF).update(utf8ToBytes(data)).digest()

const nodeHash = (left: Hash, right: Hash): Hash => sha256.create().update(NODE).update(left).update(right).digest()

/** Returns the hash of the complete subtree of the 2^height leaves from index · 2^height on. */
export type Subtree = (height: number, index: number) => Hash

/** The subtrees of leaves that are at hand. Each is hashed once. */
export function subtreesOf(leaves: (index: number) => Hash): Subtree {
  const known = new Map<string, Hash>()
  const at: Subtree = (height, index) => {
    if (height === 0) return leaves(index)
    const key = `${height}/${index}`
    const hash = known.get(key) ?? nodeHash(at(height - 1, 2 * index), at(height - 1, 2 * index + 1))
    known.set(key, hash)
    return hash
  }
  return at
}

/** The largest power of two that is smaller than `n`, for n > 1. */
const splitOf = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1)

/** The root of the first `size` leaves. */
export function rootOf(size: number, subtree: Subtree): Hash {
  return size === 0 ? EMPTY_ROOT : hashOf(0, size, subtree)
}

/** The hash over the `n` leaves from `start` on, a multiple of the smallest power of two that is not below n. */
function hashOf(start: number, n: number, subtree: Subtree): Hash {
  if (isPower(n)) return subtree(Math.log2(n), start / n)
  const k = splitOf(n)
  return nodeHash(hashOf(start, k, subtree), hashOf(start + k, n - k, subtree))
}

const isPower = (n: number): boolean => Number.isInteger(Math.log2(n))

/** The proof that the leaf at an index, from 0, is in the tree of `size` leaves: hashes from the leaf up. Throws RangeError. */
export function inclusionProof(index: number, size: number, subtree: Subtree): Hash[] {
  if (index < 0 || index >= size) throw new RangeError('no such leaf')
  const path = (start: number, n: number): Hash[] => {
    if (n === 1) return []
    const k = splitOf(n)
    return index < start + k
      ? [...path(start, k), hashOf(start + k, n - k, subtree)]
      : [...path(start + k, n - k), hashOf(start, k, subtree)]
  }
  return path(0, size)
}

/** The proof that the tree of `earlier` leaves is the beginning of that of `size`. Throws RangeError. */
export function consistencyProof(earlier: number, size: number, subtree: Subtree): Hash[] {
  if (earlier < 0 || earlier > size) throw new RangeError('no such size')
  if (earlier === 0 || earlier === size) return []
  /** `whole`: the subtree is one that the earlier root was made of. */
  const path = (start: number, m: number, n: number, whole: boolean): Hash[] => {
    if (m === n) return whole ? [] : [hashOf(start, n, subtree)]
    const k = splitOf(n)
    return m <= k
      ? [...path(start, m, k, whole), hashOf(start + k, n - k, subtree)]
      : [...path(start + k, m - k, n - k, false), hashOf(start, k, subtree)]
  }
  return path(0, earlier, size, true)
}

/** Whether a proof leads from a leaf to a root. By RFC 9162, section 2.1.3.2. */
export function isIncluded(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (index < 0 || index >= size) return false
  let [fn, sn, hash] = [index, size - 1, leaf]
  for (const step of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(step, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else hash = nodeHash(hash, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && isEqual(hash, root)
}

/** Whether a proof leads from an earlier root to a later one. By RFC 9162, section 2.1.4.2. */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Hash },
  later: { readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  if (earlier.size > later.size) return false
  if (earlier.size === later.size) return proof.length === 0 && isEqual(earlier.root, later.root)
  if (earlier.size === 0) return proof.length === 0
  const steps = isPower(earlier.size) ? [earlier.root, ...proof] : [...proof]
  const first = steps.shift()
  if (!first) return false
  let [fn, sn] = [earlier.size - 1, later.size - 1]
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  let [fr, sr] = [first, first]
  for (const step of steps) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(step, fr)
      sr = nodeHash(step, sr)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else sr = nodeHash(sr, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && isEqual(fr, earlier.root) && isEqual(sr, later.root)
}

const half = (n: number): number => Math.floor(n / 2)

export const isEqual = (a: Hash, b: Hash): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

/** The root of a growing tree: leaves are added one after another, and it keeps a hash for each height alone. */
export class GrowingTree {
  size = 0
  /** Complete subtrees, from the largest to the smallest, with their heights. */
  readonly #parts: { height: number; hash: Hash }[] = []

  add(leaf: Hash): void {
    let part = { height: 0, hash: leaf }
    for (let last = this.#parts.at(-1); last?.height === part.height; last = this.#parts.at(-1)) {
      part = { height: part.height + 1, hash: nodeHash(last.hash, part.hash) }
      this.#parts.pop()
    }
    this.#parts.push(part)
    this.size++
  }

  root(): Hash {
    const hashes = this.#parts.map(({ hash }) => hash)
    const last = hashes.pop()
    return last ? hashes.reduceRight((right, left) => nodeHash(left, right), last) : EMPTY_ROOT
  }
}
