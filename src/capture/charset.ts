export function decodeHtml(bytes: Uint8Array<ArrayBuffer>, _type: string | null): string {
  return new TextDecoder().decode(bytes)
}
