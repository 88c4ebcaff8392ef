import type { Engines } from '../engine/engines.ts'
import type { SampledSource } from '../sampled/product.ts'
import type { Users } from '../session/users.ts'

/** The Tasklist API v1. */
export function createTasklistSource(engines: Engines, users: Users | undefined): SampledSource {
  return {
    name: 'tasklist',
    basePath: '/tasklist',
    scope: 'Tasklist',
    needsSearch: true,
    load: async () => {
      const { operations, tasklistApi } = await import('@x/tasklist/operations')
      return { operations, about: tasklistApi }
    },
    loadReal: async (clusterId) => {
      const { createTasklistCluster } = await import('./cluster.ts')
      return createTasklistCluster(await engines.load(clusterId), (name) => users?.usernames.includes(name) ?? false)
    },
  }
}
