import type { Operation } from '@x/rest'
import { closed, object } from '@x/rest/validation'
import { array, type GenericSchema, looseObject, optional, string, union, unknown } from 'valibot'
import { monitoring as routes } from '../routes.ts'
import type {
  CreateMonitoringClientBody,
  Monitoring,
  MonitoringClient,
  MonitoringClientWithPassword,
  MonitoringStatus,
} from '../types/monitoring.ts'
import { notActive } from './not-active.ts'

const params = { clusterUuid: string() }
const clientParams = { clusterUuid: string(), clientUuid: string() }

const client: GenericSchema<unknown, MonitoringClient> = object({
  uuid: string(),
  name: string(),
  username: string(),
  created: string(),
  lastUsed: string(),
  createdBy: string(),
  createdByName: string(),
})

// The password comes once. An answer that lacks something else, or has something more, must not cost the caller the
// password, whatever the mode: only the password is insisted on.
const clientWithPassword = looseObject({
  password: string(),
  uuid: optional(string()),
  name: optional(string()),
  username: optional(string()),
  created: optional(string()),
  lastUsed: optional(string()),
  createdBy: optional(string()),
  createdByName: optional(string()),
}) as GenericSchema<unknown, MonitoringClientWithPassword>

const status: GenericSchema<unknown, MonitoringStatus> = object({
  metricsEndpoint: object({ target: string(), scheme: string(), path: string() }),
  conditions: array(unknown()),
})

const monitoring: GenericSchema<unknown, Monitoring> = object({
  clients: array(client),
  status: union([notActive, status]),
})

const createBody: GenericSchema<unknown, CreateMonitoringClientBody> = closed({ username: string() })

export const monitoringOperations: readonly Operation[] = [
  { ...routes.activate, summary: 'Switches the metrics endpoint on', params },
  { ...routes.deactivate, summary: 'Switches the metrics endpoint off', params },
  { ...routes.listClients, summary: 'Clients and state of the metrics endpoint', params, response: monitoring },
  {
    ...routes.createClient,
    summary: 'Creates a client of the metrics endpoint and gives its password, this once',
    params,
    body: createBody,
    response: clientWithPassword,
  },
  { ...routes.deleteClient, summary: 'Deletes a client of the metrics endpoint', params: clientParams },
  {
    ...routes.rotatePassword,
    summary: 'Gives a client of the metrics endpoint a new password, shown this once',
    params: clientParams,
    response: clientWithPassword,
  },
]
