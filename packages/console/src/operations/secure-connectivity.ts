import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { secureConnectivity as routes } from '../routes.ts'
import { secureConnectivitySchemas as schemas } from '../schemas/secure-connectivity.ts'

const params = { clusterUuid: string() }

export const secureConnectivityOperations: readonly Operation[] = [
  { ...routes.get, ...schemas.get, summary: 'State of the private connection to a cluster', params },
  { ...routes.activate, ...schemas.activate, summary: 'Switches the private connection on', params },
  { ...routes.deactivate, ...schemas.deactivate, summary: 'Switches the private connection off', params },
]
