import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { monitoring as routes } from '../routes.ts'
import { monitoringSchemas as schemas } from '../schemas/monitoring.ts'

const params = { clusterUuid: string() }
const clientParams = { clusterUuid: string(), clientUuid: string() }

export const monitoringOperations: readonly Operation[] = [
  { ...routes.activate, ...schemas.activate, summary: 'Switches the metrics endpoint on', params },
  { ...routes.deactivate, ...schemas.deactivate, summary: 'Switches the metrics endpoint off', params },
  { ...routes.listClients, ...schemas.listClients, summary: 'Clients and state of the metrics endpoint', params },
  {
    ...routes.createClient,
    ...schemas.createClient,
    summary: 'Creates a client of the metrics endpoint and gives its password, this once',
    params,
  },
  {
    ...routes.deleteClient,
    ...schemas.deleteClient,
    summary: 'Deletes a client of the metrics endpoint',
    params: clientParams,
  },
  {
    ...routes.rotatePassword,
    ...schemas.rotatePassword,
    summary: 'Gives a client of the metrics endpoint a new password, shown this once',
    params: clientParams,
  },
]
