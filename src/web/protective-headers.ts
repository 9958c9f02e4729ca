/** Headers of every answer that tell browsers what an answer may not do, whatever is in it. */

/** An answer that is no page loads nothing, stands in no frame, and is of its media type. Pages have a policy of their own. */
export const PROTECTIVE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

/** For a year browsers ask this host by TLS alone (RFC 6797). */
export const STRICT_TRANSPORT = ['Strict-Transport-Security', 'max-age=31536000'] as const
