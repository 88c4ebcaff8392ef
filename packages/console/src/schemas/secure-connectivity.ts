import { array, closed, number, object, optional, string, union, unknown } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { secureConnectivity as routes } from '../routes.ts'
import type {
  ActivateSecureConnectivityBody,
  SecureConnectivity,
  SecureConnectivityState,
} from '../types/secure-connectivity.ts'
import { notActive } from './not-active.ts'
import type { Schemas } from './schemas.ts'

const connection: GenericSchema<unknown, SecureConnectivity> = object({
  metadata: object({ name: string(), namespace: string(), labels: object({ orgId: string() }) }),
  spec: object({
    allowedPrincipals: array(string()),
    allowedRegions: array(string()),
    cluster: object({ id: string() }),
  }),
  status: object({
    urls: unknown(),
    observedGeneration: number(),
    endpointConnectionCount: number(),
    endpoint: object({ privateDnsName: string(), type: string(), serviceName: string(), region: string() }),
    endpointConnections: optional(
      array(
        object({
          state: string(),
          serviceId: string(),
          owner: string(),
          endpointId: string(),
          creationTimestamp: string(),
        }),
      ),
    ),
    conditions: array(
      object({
        type: string(),
        status: string(),
        reason: string(),
        message: string(),
        lastTransitionTime: string(),
        observedGeneration: number(),
      }),
    ),
  }),
})

const state: GenericSchema<unknown, SecureConnectivityState> = object({ status: union([connection, notActive]) })

const activateBody: GenericSchema<unknown, ActivateSecureConnectivityBody> = closed({
  allowedPrincipals: array(string()),
  allowedRegions: array(string()),
})

export const secureConnectivitySchemas: Schemas<typeof routes> = {
  get: { response: state },
  activate: { body: activateBody },
  deactivate: {},
}
