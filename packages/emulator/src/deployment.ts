import { ORGANIZATION_PERMISSIONS } from './clients.ts'
import type { Organization } from './console/organization.ts'
import { type ClusterSeed, DEFAULT_CLUSTERS, seedOrganization } from './console/seed.ts'
import type { EmulatorOptions } from './options.ts'
import { eraOf, type SessionEra } from './session/era.ts'
import { createUsers, type Users } from './session/users.ts'
import type { IdentityProvider } from './token/identity-provider.ts'
import { createKeycloak } from './token/keycloak.ts'
import { saasLogin } from './token/saas-login.ts'

/** Where Camunda runs: as a service, or as an installation of one's own. */
export interface Deployment {
  readonly provider: IdentityProvider
  /** What only an installation has. */
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

/** The options `deployment`, `clusters` and `users`, checked. @throws TypeError that names the option. */
export function readDeployment({ deployment = 'saas', clusters, users }: EmulatorOptions): Deployment {
  if (deployment === 'saas') {
    if (users !== undefined) throw new TypeError("users: only deployment 'self-managed' has users with passwords.")
    return { provider: saasLogin, seed: (organization) => seedOrganization(organization, clusters ?? DEFAULT_CLUSTERS) }
  }
  if (deployment !== 'self-managed') throw new TypeError("deployment must be 'saas' or 'self-managed'.")
  const [cluster, ...others] = clusters ?? [{ name: 'Camunda' }]
  if (cluster === undefined || others.length > 0) {
    throw new TypeError("clusters: deployment 'self-managed' has exactly one cluster.")
  }
  const { minor = 9 } = cluster
  return {
    provider: createKeycloak(minor),
    installation: { minor, users: createUsers(users), era: eraOf(minor) },
    seed: (organization) => seedInstallation(organization, cluster),
  }
}

/** One cluster, and one application that may do everything there is. */
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
