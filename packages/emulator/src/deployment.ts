import { DEFAULT_VERSION, readMinor } from './camunda-version.ts'
import { ORGANIZATION_PERMISSIONS } from './clients.ts'
import type { Organization } from './console/organization.ts'
import { type ClusterSeed, DEFAULT_CLUSTERS, seedOrganization } from './console/seed.ts'
import type { EmulatorOptions } from './options.ts'
import { eraOf, type SessionEra } from './session/era.ts'
import { createUsers, type Users } from './session/users.ts'
import type { IdentityProvider } from './token/identity-provider.ts'
import { createKeycloak } from './token/keycloak.ts'
import { saasLogin } from './token/saas-login.ts'

/** The kind of deployment: SaaS or Self-Managed. */
export interface Deployment {
  readonly provider: IdentityProvider
  /** Defined only for Self-Managed. */
  readonly installation?: Installation | undefined
  /** Empties the organization and fills it. */
  seed(organization: Organization): void
}

/** Camunda Self-Managed: one cluster, whose users can sign in with a password. */
export interface Installation {
  /** Minor version of Camunda 8. */
  readonly minor: number
  readonly users: Users
  readonly era: SessionEra
}

/** Checks the options about the deployment. @throws TypeError that names the option. */
export function readDeployment({ deployment = 'saas', users, ...options }: EmulatorOptions): Deployment {
  const clusters = readClusters(options)
  if (deployment === 'saas') {
    if (users !== undefined) throw new TypeError("users: only deployment 'self-managed' has users with passwords.")
    return { provider: saasLogin, seed: (organization) => seedOrganization(organization, clusters ?? DEFAULT_CLUSTERS) }
  }
  if (deployment !== 'self-managed') throw new TypeError("deployment must be 'saas' or 'self-managed'.")
  const [cluster, ...others] = clusters ?? [{}]
  if (cluster === undefined || others.length > 0) {
    throw new TypeError("clusters: deployment 'self-managed' has exactly one cluster.")
  }
  const minor = readMinor(cluster.version ?? DEFAULT_VERSION, 'clusters: version')
  return {
    provider: createKeycloak(minor),
    installation: { minor, users: createUsers(users), era: eraOf(minor) },
    seed: (organization) => seedInstallation(organization, cluster),
  }
}

/** `version` and `storage` describe the only cluster. */
function readClusters({ clusters, version, storage }: EmulatorOptions): readonly ClusterSeed[] | undefined {
  if (version === undefined && storage === undefined) return clusters
  if (clusters)
    throw new TypeError('version and storage describe the only cluster. With clusters, set them in each of these.')
  return [{ version, storage }]
}

/** One cluster, and one application with all permissions. */
function seedInstallation(organization: Organization, cluster: ClusterSeed): void {
  const { clients } = organization
  seedOrganization(organization, [cluster])
  clients.clear()
  const permissions = ORGANIZATION_PERMISSIONS.filter((permission) => permission.startsWith('WebModeler:'))
  clients.create({
    kind: 'application',
    name: 'automation',
    permissions: ['Zeebe', 'Operate', 'Tasklist', 'Optimize', ...permissions],
  })
}
