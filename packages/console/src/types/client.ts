import type { OpenEnum } from '@x/rest/validation'
import type { ClusterLinks } from './cluster.ts'

/** What an API client of a cluster may use. On clusters from 8.7 on only `Zeebe`, `Optimize` and `Secrets` have a meaning. */
export type ClientPermission = OpenEnum<'Zeebe' | 'Operate' | 'Tasklist' | 'Optimize' | 'Secrets'>

/** An API client of a cluster. */
export interface ClusterClient {
  name: string
  /** What the token endpoint and the other operations take. */
  clientId: string
  permissions: ClientPermission[]
}

/** A new API client. */
export interface CreateClientBody {
  /** Unique in the cluster; 1 to 50 characters without spaces are safe everywhere. */
  clientName: string
  /**
   * What the client may use. **Leaving it out grants all permissions** that the cluster knows, so an explicit `undefined`
   * is refused here before anything is sent: it is more often a mistake than a wish.
   */
  permissions?: readonly ClientPermission[]
}

/** A new API client with its secret, which no later call gives again. */
export interface CreatedClusterClient {
  name: string
  uuid: string
  clientId: string
  /** **Shown this once.** Store it now, and keep it out of logs: it is plain text here. */
  clientSecret: string
  permissions: ClientPermission[]
  /** Audience for this client's token request, for example `zeebe.camunda.io`. Absent on servers from before 2026. */
  audience?: string | undefined
  /** Addresses of the components that the client may use. */
  links?: Omit<ClusterLinks, 'identity'> | undefined
}

/** What a program needs to reach the cluster with a client, except for the secret. */
export interface ClientConnectionDetails {
  name: string
  ZEEBE_ADDRESS: string
  ZEEBE_CLIENT_ID: string
  ZEEBE_AUTHORIZATION_SERVER_URL: string
}
