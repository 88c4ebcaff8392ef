import { json } from '../responses.ts'
import type { ModelerRoute } from './route.ts'

/** Requires a token without any particular permission: it returns the permissions of the client. */
export function infoRoutes(organizationId: string | undefined): ModelerRoute[] {
  return [
    {
      method: 'GET',
      path: '/info',
      handle: ({ caller: { permissions } }) =>
        json(200, {
          version: 'v1',
          authorizedOrganization: organizationId,
          createPermission: permissions.has('WebModeler:create'),
          readPermission: permissions.has('WebModeler:get'),
          updatePermission: permissions.has('WebModeler:update'),
          deletePermission: permissions.has('WebModeler:delete'),
        }),
    },
  ]
}
