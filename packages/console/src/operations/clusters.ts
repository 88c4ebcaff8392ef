import type { Operation } from '@x/rest'
import { string } from 'valibot'
import { clusters as routes } from '../routes.ts'
import { clustersSchemas as schemas } from '../schemas/clusters.ts'

const params = { clusterUuid: string() }

export const clusterOperations: readonly Operation[] = [
  { ...routes.list, ...schemas.list, summary: 'All clusters of the organization', permission: 'Cluster: get' },
  {
    ...routes.create,
    ...schemas.create,
    summary: 'Orders a new cluster and gives its id',
    permission: 'Cluster: create',
  },
  {
    ...routes.getParameters,
    ...schemas.getParameters,
    summary: 'What a new cluster can be made of: plans, channels, versions, regions',
    permission: 'Cluster: get',
  },
  {
    ...routes.get,
    ...schemas.get,
    summary: 'One cluster with its state and addresses',
    permission: 'Cluster: get',
    params,
  },
  {
    ...routes.update,
    ...schemas.update,
    summary: 'Changes name, description, stage or hardware packages',
    permission: 'Cluster: update',
    params,
  },
  {
    ...routes.delete,
    ...schemas.delete,
    summary: 'Deletes a cluster with all its data, for good',
    permission: 'Cluster: delete',
    params,
  },
  {
    ...routes.upgrade,
    ...schemas.upgrade,
    summary: 'Upgrades a cluster to the newest version it may have',
    permission: 'Cluster: update',
    params,
  },
  { ...routes.wake, ...schemas.wake, summary: 'Resumes a suspended cluster', permission: 'Cluster: update', params },
  {
    ...routes.updateEncryption,
    ...schemas.updateEncryption,
    summary: 'Sets or rotates your own encryption keys',
    permission: 'Cluster: update',
    params,
  },
  {
    ...routes.failover,
    ...schemas.failover,
    summary: 'Makes a new cluster from backups and suspends this one for good',
    permission: 'Cluster',
    params,
  },
  {
    ...routes.updateIpAllowlist,
    ...schemas.updateIpAllowlist,
    summary: 'Replaces the IP allowlist',
    permission: 'IP allowlist: update',
    params,
  },
  {
    ...routes.updateIpWhitelist,
    ...schemas.updateIpWhitelist,
    summary: 'Replaces the IP allowlist by its old name',
    permission: 'IP allowlist: update',
    deprecated: 'Removal was announced for June 2025. Use clusters.updateIpAllowlist.',
    params,
  },
]
