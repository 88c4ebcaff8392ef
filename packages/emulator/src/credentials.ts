import type { Client, ClientRegistry } from './clients.ts'
import type { Organization } from './console/organization.ts'
import { applicationVariables, clusterVariables, organizationVariables, toShellLines } from './credentials-file.ts'

/** Selects a client. By default, one of the first cluster, or of the organization. */
export interface CredentialsChoice {
  readonly clusterId?: string | undefined
  readonly clientId?: string | undefined
}

/** Credentials that a client needs to request tokens, for `createOAuth` of `@x/auth`. */
export interface EmulatorCredentials {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Audience, for a cluster client and an application of Self-Managed. */
  readonly clusterId?: string | undefined
  /** Scope, for a cluster client. */
  readonly region?: string | undefined
}

/** Credentials of the emulator's clients, as values and as the file that Console offers. */
export interface CredentialsSource {
  /**
   * Returns what a client needs to request tokens. On Self-Managed, one application works for every API, whatever the kind.
   *
   * @throws TypeError if the client does not exist.
   */
  credentials(kind: 'cluster' | 'organization', choice?: CredentialsChoice): EmulatorCredentials
  /**
   * Returns the text of the file that Console offers when you create a client: `export NAME='value'` lines with the
   * addresses of this emulator. `both` combines the two files. Self-Managed has no such file; there, the text has the
   * variables that you would set for the cluster, the organization (Web Modeler) or both.
   *
   * @throws TypeError if the client does not exist.
   */
  credentialsFile(kind: 'cluster' | 'organization' | 'both', choice?: CredentialsChoice): string
}

export interface CredentialsParts {
  readonly origin: string
  readonly tokenUrl: string
  readonly clients: ClientRegistry
  readonly organization: Organization
  /** Whether it is Self-Managed, where one application works for every API. */
  readonly isInstalled: boolean
}

export function createCredentialsSource(parts: CredentialsParts): CredentialsSource {
  const { tokenUrl, clients, organization, isInstalled } = parts
  const firstCluster = (): string => organization.clusters.keys().next().value ?? ''

  function choose(kind: 'cluster' | 'organization', choice: CredentialsChoice): Client {
    const named = choice.clientId === undefined ? undefined : clients.get(choice.clientId)
    const clusterId = choice.clusterId ?? named?.clusterId ?? firstCluster()
    const candidates = kind === 'cluster' && !isInstalled ? clients.ofCluster(clusterId) : clients.organization()
    const client = choice.clientId === undefined ? candidates[0] : candidates.find((found) => found === named)
    if (client === undefined) throw new TypeError(`The emulator has no such ${kind} client.`)
    return client
  }

  function place({ clusterId = '' }: Client): { clusterId: string; region: string } {
    return { clusterId, region: organization.clusters.get(clusterId)?.region.code ?? '' }
  }

  return {
    credentials: (kind, choice = {}) => {
      const client = choose(kind, choice)
      const { clientId, clientSecret } = client
      const where = isInstalled ? { clusterId: firstCluster() } : kind === 'cluster' && place(client)
      return { tokenUrl, clientId, clientSecret, ...where }
    },
    credentialsFile: (kind, choice = {}) => {
      if (isInstalled) return toShellLines(applicationVariables(choose('cluster', choice), kind, parts))
      const variables = []
      if (kind !== 'organization') {
        const client = choose('cluster', choice)
        variables.push(...clusterVariables(client, place(client), parts))
      }
      if (kind !== 'cluster') {
        // With `both`, the choice is about the cluster client.
        const client = choose('organization', kind === 'both' ? {} : choice)
        variables.push(...organizationVariables(client, parts))
      }
      return toShellLines(variables)
    },
  }
}
