import type { Operation } from '@x/rest'
import { closed, object } from '@x/rest/validation'
import { array, type GenericSchema, number, optional, string, union, unknown } from 'valibot'
import { secureConnectivity as routes } from '../routes.ts'
import type {
  ActivateSecureConnectivityBody,
  SecureConnectivity,
  SecureConnectivityState,
} from '../types/secure-connectivity.ts'
import { notActive } from './not-active.ts'

const params = { clusterUuid: string() }

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

const state: GenericSchema<unknown, SecureConnectivityState> = object({ status: union([notActive, connection]) })

const activateBody: GenericSchema<unknown, ActivateSecureConnectivityBody> = closed({
  allowedPrincipals: array(string()),
  allowedRegions: array(string()),
})

export const secureConnectivityOperations: readonly Operation[] = [
  { ...routes.get, summary: 'State of the private connection to a cluster', params, response: state },
  { ...routes.activate, summary: 'Switches the private connection on', params, body: activateBody },
  { ...routes.deactivate, summary: 'Switches the private connection off', params },
]
