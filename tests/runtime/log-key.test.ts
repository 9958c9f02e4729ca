/** The key of an archive on Node: in the file beside it, or in memory. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileSigner } from '../../src/runtime/log-key.ts'

test('the key of a file is made beside it at first use, for its owner alone, and stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const archive = join(folder, 'archive.sqlite')
  const signer = fileSigner(archive, 'gazette.example')
  expect(existsSync(`${archive}.key`)).toBe(false)
  const { verifier } = await signer()
  expect(readFileSync(`${archive}.key`, 'utf8')).toMatch(/^PRIVATE\+KEY\+gazette\.example\+/)
  expect(statSync(`${archive}.key`).mode & 0o777).toBe(0o600)
  expect((await fileSigner(archive, 'other.example')()).verifier).toBe(verifier)
})

test('the key of an archive in memory is in no file, and stays as long as the process', async () => {
  const signer = fileSigner(':memory:', 'gazette.example')
  const { verifier } = await signer()
  expect((await signer()).verifier).toBe(verifier)
  expect(existsSync(':memory:.key')).toBe(false)
})
