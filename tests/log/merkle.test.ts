import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  GrowingTree,
  type Hash,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  rootOf,
  subtreesOf,
} from '../../src/log/merkle.ts'

const hex = (hash: Hash) => Buffer.from(hash).toString('hex')
const leavesOf = (n: number) => Array.from({ length: n }, (_, i) => leafHash(`entry ${i}`))
const treeOf = (leaves: readonly Hash[]) => subtreesOf((i) => leaves[i] as Hash)
const rootFor = (leaves: readonly Hash[], size = leaves.length) => rootOf(size, treeOf(leaves))

/** RFC 9162, section 2.1.1, as it is written there. */
function plainRoot(leaves: readonly Hash[]): Buffer {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return Buffer.from(leaves[0] as Hash)
  let k = 1
  while (2 * k < leaves.length) k *= 2
  return sha(Buffer.from([1]), plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)))
}

const flipped = (hash: Hash): Hash => hash.map((byte, i) => (i === 7 ? byte ^ 1 : byte))

describe('the Merkle tree', () => {
  it('has the roots of the known vectors of Certificate Transparency', () => {
    const data = ['', '\0', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno']
    const leaves = data.map(leafHash)
    expect([0, 1, 2, 3, 8].map((size) => hex(rootFor(leaves, size)))).toEqual([
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })

  it('has the root of the definition, and grows to it leaf by leaf', () => {
    const leaves = leavesOf(70)
    const tree = new GrowingTree()
    for (let size = 0; size <= leaves.length; size++) {
      const root = plainRoot(leaves.slice(0, size)).toString('hex')
      expect([hex(rootFor(leaves, size)), hex(tree.root()), tree.size]).toEqual([root, root, size])
      tree.add(leaves[size] ?? leafHash('more'))
    }
  })

  it('proves that a leaf is in it, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat(), (size, at, other) => {
        const leaves = leavesOf(size)
        const [index, root] = [at % size, rootFor(leaves)]
        const proof = inclusionProof(index, size, treeOf(leaves))
        const leaf = leaves[index] as Hash
        expect(isIncluded(leaf, index, size, proof, root)).toBe(true)
        expect(isIncluded(flipped(leaf), index, size, proof, root)).toBe(false)
        expect(isIncluded(leaf, index, size, proof, flipped(root))).toBe(false)
        expect(isIncluded(leaf, index, size, [...proof, leaf], root)).toBe(false)
        if (proof.length > 0) {
          const broken = proof.map((hash, i) => (i === other % proof.length ? flipped(hash) : hash))
          expect(isIncluded(leaf, index, size, broken, root)).toBe(false)
          expect(isIncluded(leaf, index, size, proof.slice(1), root)).toBe(false)
        }
        if (other % size !== index) expect(isIncluded(leaf, other % size, size, proof, root)).toBe(false)
      }),
    )
  })

  it('proves that it is the beginning of a later one, and of no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat(), (size, at, edit) => {
        const leaves = leavesOf(size)
        const earlier = { size: 1 + (at % size), root: rootFor(leaves, 1 + (at % size)) }
        const later = { size, root: rootFor(leaves) }
        const proof = consistencyProof(earlier.size, size, treeOf(leaves))
        expect(isConsistent(earlier, later, proof)).toBe(true)
        // One leaf of the earlier tree is another in the later one.
        const edited = leaves.map((leaf, i) => (i === edit % earlier.size ? flipped(leaf) : leaf))
        const forged = { size, root: rootFor(edited) }
        expect(isConsistent(earlier, forged, consistencyProof(earlier.size, size, treeOf(edited)))).toBe(false)
        expect(isConsistent({ ...earlier, root: flipped(earlier.root) }, later, proof)).toBe(false)
        expect(isConsistent(earlier, { ...later, root: flipped(later.root) }, proof)).toBe(false)
        if (proof.length > 0) expect(isConsistent(earlier, later, proof.slice(1))).toBe(false)
        expect(isConsistent(later, earlier, proof)).toBe(size === earlier.size)
      }),
    )
  })

  it('counts more than 2^31 leaves', () => {
    // All leaves of a subtree are alike, so that its hash is known by its height.
    const heights: Hash[] = [leafHash('same')]
    const same = subtreesOf(() => heights[0] as Hash)
    const subtree = (height: number): Hash => {
      heights[height] ??= height === 0 ? same(0, 0) : subtreesOf(() => subtree(height - 1))(1, 0)
      return heights[height] as Hash
    }
    const [earlier, size] = [2 ** 33 + 5, 2 ** 34 + 3]
    const root = rootOf(size, subtree)
    expect(isIncluded(subtree(0), 2 ** 33 + 1, size, inclusionProof(2 ** 33 + 1, size, subtree), root)).toBe(true)
    const proof = consistencyProof(earlier, size, subtree)
    expect(isConsistent({ size: earlier, root: rootOf(earlier, subtree) }, { size, root }, proof)).toBe(true)
  })
})
