import type { SampledSource } from './product.ts'

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

/** The APIs that only have an operation table. To serve another one, add an entry. */
export const sampledSources: readonly SampledSource[] = [optimize, hub]
