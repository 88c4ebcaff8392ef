import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createIncidents } from '@x/operate/incidents'
import { createIncidentsHandler } from './edge-handler.ts'

// In Next.js: app/api/incidents/route.ts. On Vercel without Next.js the same as `export default`.
export const runtime = 'edge'

let handle: ((request: Request) => Promise<Response>) | undefined

export async function GET(request: Request): Promise<Response> {
  // Not before the first request: Next.js loads routes when it builds, where there are no secrets.
  handle ??= createHandler()
  return handle(request)
}

function createHandler(): (request: Request) => Promise<Response> {
  const cluster = readClusterCredentials()
  return createIncidentsHandler(createIncidents({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl }))
}
