/** A checksum that distinguishes texts and does not protect them. */

/** A short checksum (FNV-1a, 32 bits): of the representations of one path, of the questions of a list. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
