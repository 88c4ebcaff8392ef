import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createIncidents } from '@x/operate/incidents'
import { createIncidentsHandler } from './edge-handler.ts'

// In Next.js: app/api/incidents/route.ts. On Vercel without Next.js, export the same function as default.
export const runtime = 'edge'

let handle: ((request: Request) => Promise<Response>) | undefined

export async function GET(request: Request): Promise<Response> {
  // Created with the first request: Next.js loads routes during the build, which has no secrets.
  handle ??= createHandler()
  return handle(request)
}

function createHandler(): (request: Request) => Promise<Response> {
  const cluster = readClusterCredentials()
  return createIncidentsHandler(createIncidents({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl }))
}
