import type { SpecialResponses } from '../sampled/api.ts'
import { type Members, replaced } from '../sampled/members.ts'

/** Responses that clients use to probe a cluster, and values that follow from the request. */
export const createSamples = (partitionsCount: number): SpecialResponses => ({
  'cluster.getTopology': (sample, { server: { version, clusterId } }) => {
    const [broker] = sample.brokers
    const partitions = partitionsOf(broker, partitionsCount)
    return {
      ...replaced(sample, { clusterId }),
      brokers: [{ ...replaced(broker, localBroker(version)), partitions }],
      clusterSize: 1,
      partitionsCount,
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
          partitionsCount,
          replicationFactor: 1,
          lastCompletedChangeId: '-1',
          brokers: [
            { ...tenant.brokers[0], brokerId: '0', partitions: partitionsOf(tenant.brokers[0], partitionsCount) },
          ],
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
})

const localBroker = (version: string): Members => ({
  nodeId: 0,
  brokerId: '0',
  host: 'localhost',
  port: 26_501,
  version,
})

function partitionsOf(
  { partitions: [partition] }: { readonly partitions: readonly [Members] },
  count: number,
): readonly Members[] {
  return Array.from({ length: count }, (_, index) => replaced(partition, { partitionId: index + 1, state: 'active' }))
}
