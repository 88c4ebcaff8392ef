import type { Random } from '../random.ts'

export interface Named {
  readonly uuid: string
  readonly name: string
}

export interface Generation extends Named {
  readonly classification: 'channel' | 'existingCluster' | 'orgUnlocked'
}

export interface Channel extends Named {
  /** Generations, oldest first. */
  readonly allowedGenerations: readonly Generation[]
  readonly defaultGeneration: Named
}

export interface Region extends Named {
  readonly provider: string
  /** The short id in the URLs of the region's clusters, for example `bru-2`. */
  readonly code: string
  /** The name of the region at its cloud provider, as it appears in the ARN of a key. */
  readonly cloudRegion: string
  readonly backups: readonly { uuid: string; regions: readonly { id: string; label: string }[] }[]
}

/** The parameters for creating a cluster. */
export interface ClusterParameters {
  readonly channels: readonly Channel[]
  readonly clusterPlanTypes: readonly Named[]
  readonly regions: readonly Region[]
}

const REGIONS = [
  { code: 'bru-2', name: 'Belgium, Europe (europe-west1)', cloudRegion: 'europe-west1', provider: 'GCP' },
  { code: 'jfk-1', name: 'Virginia, North America (us-east-1)', cloudRegion: 'us-east-1', provider: 'AWS' },
  {
    code: 'syd-1',
    name: 'Sydney, Australia (australia-southeast1)',
    cloudRegion: 'australia-southeast1',
    provider: 'GCP',
  },
] as const

export function createParameters(random: Random): ClusterParameters {
  const named = (name: string): Named => ({ uuid: random.uuid(), name })
  const channel = (name: string, generations: readonly string[]): Channel => {
    const allowed = generations.map((generation) => ({ ...named(generation), classification: 'channel' as const }))
    const newest = allowed.at(-1) as Generation
    const defaultGeneration = { uuid: newest.uuid, name: newest.name }
    return { ...named(name), allowedGenerations: allowed, defaultGeneration }
  }
  const uuids = REGIONS.map(() => random.uuid())
  return {
    channels: [
      channel('Stable', ['Camunda 8.6+gen19', 'Camunda 8.7+gen14', 'Camunda 8.8+gen9', 'Camunda 8.9+gen4']),
      channel('Alpha', ['Camunda 8.10.0-alpha5+gen1']),
    ],
    clusterPlanTypes: ['Development', '1x', '2x'].map(named),
    regions: REGIONS.map((region, index) => ({
      ...region,
      uuid: uuids[index] as string,
      // The backup region is any other region: in the same one, a backup would be lost together with the cluster.
      backups: REGIONS.flatMap((other, at) =>
        at === index ? [] : [{ uuid: uuids[at] as string, regions: [{ id: other.cloudRegion, label: other.name }] }],
      ),
    })),
  }
}

/** Minor version of Camunda 8 in a generation, for example 9 for `Camunda 8.9+gen4`. */
export function minorVersion(generation: Named): number {
  return Number(/\b8\.(\d+)/.exec(generation.name)?.[1] ?? 0)
}

/** Full version of Camunda 8 in a generation, for example `8.9.0` for `Camunda 8.9+gen4`. */
export function fullVersion({ name }: Named): string {
  const [, minor = '', rest = '.0'] = /\b(8\.\d+)(\.[^\s+]+)?/.exec(name) ?? []
  return minor + rest
}
