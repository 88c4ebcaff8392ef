import type { Incidents } from '@x/operate'

/** One incident, as sent to a page. */
export interface IncidentRow {
  /** 64 bits, so it is a string everywhere. */
  readonly key: string
  readonly type: string
  readonly message: string
  readonly processInstanceKey: string
  readonly creationTime: string
}

export interface IncidentList {
  readonly total: number
  readonly incidents: readonly IncidentRow[]
}

/**
 * Creates a handler that lists active incidents, newest first: `GET /incidents?limit=20`. The secret stays on the
 * server, and a page cannot call anything else of Operate. Protect the handler with your own login.
 *
 * It is a plain function from `Request` to `Response`, which works on Vercel, Netlify, Deno, Bun and Cloudflare.
 */
export function createIncidentsHandler(incidents: Pick<Incidents, 'search'>): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    // Under any mount path.
    if (!pathname.endsWith('/incidents')) return problem(404, 'Not found: only /incidents exists')
    if (request.method !== 'GET') return problem(405, 'Only GET is allowed', { allow: 'GET' })
    const limit = Number(searchParams.get('limit') ?? 20)
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) return problem(400, 'limit must be from 1 to 100')
    try {
      const { signal } = request
      const query = {
        filter: { state: 'ACTIVE' },
        sort: [{ field: 'creationTime', order: 'DESC' }],
        size: limit,
      } as const
      const { items, total } = await incidents.search(query, { signal })
      const list: IncidentList = {
        total,
        // Not `...incident`: the page must not get members that a newer Camunda adds.
        incidents: items.map(({ key, type, message = '', processInstanceKey, creationTime }) => {
          return { key, type, message, processInstanceKey, creationTime }
        }),
      }
      return Response.json(list, { headers: { 'cache-control': 'private, max-age=5' } })
    } catch (error) {
      // The caller has disconnected.
      if (request.signal.aborted) throw error
      // For your log, not for the page. Errors of the packages contain no secret or token.
      console.error(error)
      return problem(502, 'Camunda could not be reached')
    }
  }
}

function problem(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ status, detail }, { status, headers })
}
