import type { Client, ClusterScope } from '../clients.ts'

/** The audience that opens Console, Web Modeler and whatever else belongs to the organization. */
export const ORGANIZATION_AUDIENCE = 'api.cloud.camunda.io'

const SCOPE_OF_AUDIENCE: Readonly<Record<string, ClusterScope>> = {
  'zeebe.camunda.io': 'Zeebe',
  'operate.camunda.io': 'Operate',
  'tasklist.camunda.io': 'Tasklist',
  'optimize.camunda.io': 'Optimize',
}

/** Whether the token endpoint knows the audience at all. */
export function isAudience(audience: string): boolean {
  return audience === ORGANIZATION_AUDIENCE || Object.hasOwn(SCOPE_OF_AUDIENCE, audience)
}

/** Whether the client may have a token for the audience: the two kinds of clients never share one. */
export function mayAskFor(client: Client, audience: string): boolean {
  if (client.kind === 'organization') return audience === ORGANIZATION_AUDIENCE
  const scope = SCOPE_OF_AUDIENCE[audience]
  return scope !== undefined && client.permissions.has(scope)
}
