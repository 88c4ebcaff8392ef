import { orchestration } from './orchestration.ts'
import type { SampledSource } from './product.ts'

const tasklist: SampledSource = {
  name: 'tasklist',
  basePath: '/tasklist',
  scope: 'Tasklist',
  load: async () => {
    const { operations, tasklistApi } = await import('@x/tasklist/operations')
    return { operations, about: tasklistApi }
  },
}

const optimize: SampledSource = {
  name: 'optimize',
  basePath: '/optimize',
  scope: 'Optimize',
  load: async () => {
    const { operations, optimizeApi } = await import('@x/optimize/operations')
    return { operations, about: optimizeApi }
  },
  special: {
    'reports.exportData': (sample) => ({
      ...sample,
      numberOfRecordsInResponse: sample.data.length,
      totalNumberOfRecords: sample.data.length,
    }),
  },
}

const hub: SampledSource = {
  name: 'hub',
  basePath: '/hub',
  load: async () => {
    const { operations, hubApi } = await import('@x/hub/operations')
    return { operations, about: hubApi }
  },
}

/** Every API that is made of its operation table: another one is another entry. */
export const sampledSources: readonly SampledSource[] = [orchestration, tasklist, optimize, hub]
