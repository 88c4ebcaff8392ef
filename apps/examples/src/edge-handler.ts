import type { Incidents } from '@x/operate'

/** One incident as a page gets it. */
export interface IncidentRow {
  /** 64 bits, so it stays text all the way. */
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
 * Makes a handler that lists active incidents, newest first: `GET /incidents?limit=20`. The secret stays on this side, and
 * of Operate a page can ask for nothing else. Who may ask is for your own login to decide, in front of it.
 *
 * It is a plain function from `Request` to `Response`, which Vercel, Netlify, Deno, Bun and Cloudflare take as it is.
 */
export function createIncidentsHandler(incidents: Pick<Incidents, 'search'>): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    // Wherever it is mounted.
    if (!pathname.endsWith('/incidents')) return problem(404, 'There is only /incidents here')
    if (request.method !== 'GET') return problem(405, 'Only GET is possible', { allow: 'GET' })
    const limit = Number(searchParams.get('limit') ?? 20)
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) return problem(400, 'limit has to be from 1 to 100')
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
        // Not `...incident`: members that a later Camunda adds are not meant for the page.
        incidents: items.map(({ key, type, message = '', processInstanceKey, creationTime }) => {
          return { key, type, message, processInstanceKey, creationTime }
        }),
      }
      return Response.json(list, { headers: { 'cache-control': 'private, max-age=5' } })
    } catch (error) {
      // Nobody is there any more to be told.
      if (request.signal.aborted) throw error
      // For you, not for the page. Errors of the packages hold no secret and no token.
      console.error(error)
      return problem(502, 'Camunda could not be asked')
    }
  }
}

function problem(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ status, detail }, { status, headers })
}
