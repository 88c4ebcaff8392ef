import type { SpecialResponses } from './api.ts'
import { type Members, replaced } from './members.ts'
import type { SampledSource } from './product.ts'
import { deploymentOf, documentOf, documentsOf } from './uploads.ts'

/** What clients probe a cluster with, and what follows from the request. */
const special: SpecialResponses = {
  'authentication.getMe': (sample, { caller }) => ({
    ...sample,
    username: caller?.clientId,
    displayName: null,
    email: null,
    authorizedComponents: ['*'],
    tenants: [{ ...sample.tenants[0], tenantId: '<default>', name: 'Default' }],
    groups: [],
    roles: [],
    salesPlanType: null,
    c8Links: {},
  }),
  'cluster.getTopology': (sample, { server: { version, clusterId } }) => {
    const [broker] = sample.brokers
    const partitions = partitionsOf(broker)
    return {
      ...replaced(sample, { clusterId }),
      brokers: [{ ...replaced(broker, localBroker(version)), partitions }],
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: version,
      lastCompletedChangeId: '-1',
    }
  },
  'clusterAdmin.getTopology': (sample, { server: { version, clusterId } }) => {
    const [broker] = sample.brokers
    const [tenant] = sample.physicalTenants
    return {
      ...sample,
      clusterId,
      clusterSize: 1,
      gatewayVersion: version,
      brokers: [replaced(broker, localBroker(version))],
      physicalTenants: [
        {
          ...tenant,
          physicalTenantId: 'default',
          partitionsCount: 1,
          replicationFactor: 1,
          lastCompletedChangeId: '-1',
          brokers: [{ ...tenant.brokers[0], brokerId: '0', partitions: partitionsOf(tenant.brokers[0]) }],
        },
      ],
    }
  },
  'license.get': (sample, { server: { isSaas } }) => ({
    ...sample,
    validLicense: isSaas,
    licenseType: isSaas ? 'saas' : 'unknown',
    isCommercial: isSaas,
    expiresAt: null,
  }),
  'jobs.activate': (sample, { input }) => {
    const { maxJobsToActivate } = input.body as { readonly maxJobsToActivate: number }
    return { jobs: sample.jobs.slice(0, Math.max(maxJobsToActivate, 0)) }
  },
  'deployments.create': (sample, { input }) => deploymentOf(sample, input.form),
  'documents.create': (sample, { input }) => documentOf(sample, input.form?.file),
  'documents.createBatch': (sample, { input }) => ({
    createdDocuments: documentsOf(sample.createdDocuments[0], input.form?.files),
    failedDocuments: [],
  }),
}

const localBroker = (version: string): Members => ({
  nodeId: 0,
  brokerId: '0',
  host: 'localhost',
  port: 26_501,
  version,
})

function partitionsOf({ partitions: [partition] }: { readonly partitions: readonly [Members] }): readonly Members[] {
  return [replaced(partition, { partitionId: 1, state: 'active' })]
}

/** The Orchestration Cluster API v2, the cluster's administration and physical tenants included. */
export const orchestration: SampledSource = {
  name: 'orchestration',
  basePath: '/zeebe',
  scope: 'Zeebe',
  load: async () => {
    const { operations, orchestrationApi } = await import('@x/orchestration/operations')
    return { operations, about: orchestrationApi }
  },
  prefix: { pattern: /^\/physical-tenants\/[a-z0-9]{1,64}(?=\/v2\/)/, since: 10 },
  special,
}
