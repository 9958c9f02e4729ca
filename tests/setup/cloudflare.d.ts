/** The types of what the Workers test runtime provides, as far as the harness uses it. */
declare module 'cloudflare:workers' {
  export const env: {
    readonly DB: import('@cloudflare/workers-types').D1Database
    readonly MIGRATIONS: { readonly name: string; readonly queries: readonly string[] }[]
  }
  /** The Worker that wrangler.toml names. */
  export const exports: { readonly default: { fetch(request: Request): Promise<Response> } }
}

declare module 'cloudflare:test' {
  type Environment = typeof import('cloudflare:workers').env
  export function applyD1Migrations(database: Environment['DB'], migrations: Environment['MIGRATIONS']): Promise<void>
  /** Deletes what every binding holds. */
  export function reset(): Promise<void>
}
