/** Failures of requests: a stable code each, its HTTP status, and the fields at fault. */

/** Every code with its status. */
export const STATUSES = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  withheld: 410,
  too_large: 413,
  unsupported_media_type: 415,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  internal: 500,
  busy: 503,
  not_writable: 503,
  restoring: 503,
} as const

export type FailureCode = keyof typeof STATUSES

const TITLES: Record<FailureCode, string> = {
  invalid: 'The request is not valid',
  unauthorized: 'A valid bearer token is needed',
  forbidden: 'The token lacks the scope',
  not_found: 'There is no such resource',
  method_not_allowed: 'This resource does not take that method',
  conflict: 'The request conflicts with the current state',
  withheld: 'Withheld for legal reasons',
  too_large: 'Too large',
  unsupported_media_type: 'The body must be JSON',
  idempotency_key_reused: 'The Idempotency-Key was used for another request',
  too_many_requests: 'Too many requests in a minute',
  internal: 'The server failed',
  busy: 'Too many requests at once',
  not_writable: 'The archive accepts no writes at present',
  restoring: 'The archive is being restored',
}

/** One field at fault: its path in the request ("body", "query.limit", "versions.0.title") and what was expected. */
export interface FieldError {
  readonly path: string
  readonly message: string
}

/** Thrown wherever a request cannot be served; `app.onError` turns it into problem details (RFC 9457). */
export class Failure extends Error {
  readonly code: FailureCode
  readonly errors: readonly FieldError[]

  constructor(code: FailureCode, detail: string, errors: readonly FieldError[] = []) {
    super(detail)
    this.name = 'Failure'
    this.code = code
    this.errors = errors
  }

  get status(): (typeof STATUSES)[FailureCode] {
    return STATUSES[this.code]
  }

  get title(): string {
    return TITLES[this.code]
  }
}

/** A failure about one field of the request. */
export function invalid(path: string, message: string): Failure {
  return new Failure('invalid', `${path}: ${message}`, [{ path, message }])
}
