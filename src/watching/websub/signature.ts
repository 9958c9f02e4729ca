/** The signature of what a hub sends: an HMAC of the body by the secret of the subscription (WebSub, section 7.1). */

const HASHES: Readonly<Record<string, string>> = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }

/** Whether the header field X-Hub-Signature signs the body with the secret. The comparison takes the same time wherever they differ. */
export async function isSigned(field: string | undefined, secret: string, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const [, method = '', hex = ''] = /^\s*(sha\d+)=((?:[\da-f]{2})+)\s*$/i.exec(field ?? '') ?? []
  const hash = HASHES[method.toLowerCase()]
  if (hash === undefined) return false
  const algorithm = { name: 'HMAC', hash }
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify'])
  const signature = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.verify('HMAC', key, signature, body)
}
