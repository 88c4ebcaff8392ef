import { array, closed, loose, object, optional, string, union, unknown } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { monitoring as routes } from '../routes.ts'
import type {
  CreateMonitoringClientBody,
  Monitoring,
  MonitoringClient,
  MonitoringClientWithPassword,
  MonitoringStatus,
} from '../types/monitoring.ts'
import { notActive } from './not-active.ts'
import type { Schemas } from './schemas.ts'

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
const clientWithPassword = loose({
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
  status: union([status, notActive]),
})

const createBody: GenericSchema<unknown, CreateMonitoringClientBody> = closed({ username: string() })

export const monitoringSchemas: Schemas<typeof routes> = {
  activate: {},
  deactivate: {},
  listClients: { response: monitoring },
  createClient: { body: createBody, response: clientWithPassword },
  deleteClient: {},
  rotatePassword: { response: clientWithPassword },
}
