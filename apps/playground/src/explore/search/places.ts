import type { Cluster } from '../../connection/connection.ts'
import { href } from '../../routing/route.ts'
import { views } from '../../views.ts'

/** A destination that is not an operation. */
export interface Place {
  readonly title: string
  readonly about: string
  readonly address: string
}

const KEY = /^\d{8,19}$/

const PAGES: readonly Place[] = [
  ...views.map(({ name, title }) => ({ title, about: 'View', address: href([name]) })),
  ...['Instances', 'Incidents', 'Tasks', 'Decisions'].map((title) => ({
    title,
    about: 'Processes',
    address: href(['processes', title.toLowerCase()]),
  })),
]

/** Loads the deployed processes by name, the latest version of each. */
export async function loadProcessPlaces(
  loadCluster: (() => Promise<Cluster>) | undefined,
  signal: AbortSignal,
): Promise<readonly Place[]> {
  if (!loadCluster) return []
  const cluster = await loadCluster()
  const { items } = await cluster.processDefinitions.search({ page: { limit: 200 } }, { signal })
  const latest = new Map<string, (typeof items)[number]>()
  for (const definition of items) {
    const known = latest.get(definition.processDefinitionId)
    if (!known || known.version < definition.version) latest.set(definition.processDefinitionId, definition)
  }
  return [...latest.values()].map(({ name, processDefinitionId, processDefinitionKey }) => ({
    title: name || processDefinitionId,
    about: 'Process',
    address: href(['processes', processDefinitionKey], { versions: 'all' }),
  }))
}

/** Finds views and processes by name, and everything that a key may belong to. */
export function findPlaces(query: string, processes: readonly Place[]): readonly Place[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return []
  if (KEY.test(wanted)) return placesOfKey(wanted)
  return [...PAGES, ...processes].filter(
    ({ title }) =>
      title
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(wanted)) || title.toLowerCase().startsWith(wanted),
  )
}

function placesOfKey(key: string): readonly Place[] {
  return [
    {
      title: `Instance ${key}`,
      about: 'Process instance with this key',
      address: href(['processes', 'instances', key]),
    },
    { title: `Process ${key}`, about: 'Process definition with this key', address: href(['processes', key]) },
    { title: `Task ${key}`, about: 'User task with this key', address: href(['processes', 'tasks', key]) },
    {
      title: `Decision ${key}`,
      about: 'Decision definition with this key',
      address: href(['processes', 'decisions', key]),
    },
    ...(['incidents', 'jobs', 'variables', 'elementInstances'] as const).map((resource) => ({
      title: `${resource} ${key}`,
      about: 'Orchestration Cluster API',
      address:
        resource === 'jobs'
          ? href(['explore', 'orchestration', 'jobs.search'], { input: `{"filter":{"jobKey":"${key}"}}` })
          : href(['explore', 'orchestration', `${resource}.get`], {
              params: `{"${resource.replace(/s$/, '')}Key":"${key}"}`,
            }),
    })),
  ]
}
