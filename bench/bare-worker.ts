/** The yardstick on Workers: reads one row from D1 and answers it as JSON, and nothing else. */
interface Bindings {
  readonly DB: { prepare(sql: string): { bind(...values: unknown[]): { first(): Promise<unknown> } } }
}

const ROW = 'select v.* from versions v join articles a on a.id = v.article_id where a.slug = ? and v.number = ?'

export default {
  async fetch(request: Request, { DB }: Bindings): Promise<Response> {
    const [, , slug = '', number] = new URL(request.url).pathname.split('/')
    return Response.json(await DB.prepare(ROW).bind(slug, Number(number)).first())
  },
}
