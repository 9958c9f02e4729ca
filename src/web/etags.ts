/** Lists of ETags (RFC 9110, section 8.8.3). */

/** Whether If-None-Match names an ETag; the comparison is weak. */
export function names(etags: string, etag: string): boolean {
  return etags.trim() === '*' || etags.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
