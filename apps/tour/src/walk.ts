import { createOAuth, type OAuth, type TokenStorage } from '@x/auth'
import { consoleApi, createConsoleClient } from '@x/console'
import { createOperateClient, operateApi } from '@x/operate'
import type { JoinedCredentials } from './read-files.ts'
import type { Recorder } from './recorder.ts'

export interface Walk {
  /** Calls with a response from an API. */
  readonly calls: number
  /** Requests sent to the token endpoint. */
  readonly tokenRequests: number
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
const onePage = 50

/** Calls Console and Operate, as far as the credentials work for them. All calls are read-only. */
export async function walk(credentials: JoinedCredentials, recorder: Recorder, storage: TokenStorage): Promise<Walk> {
  let calls = 0
  const onEvent = ({ type }: { type: string }) => {
    if (type === 'response') calls++
  }
  const auths: OAuth[] = []
  const { organization, cluster } = credentials

  if (organization?.consoleUrl) {
    const auth = createOAuth({ ...organization, storage })
    auths.push(auth)
    await getToken(auth, consoleApi.audience, recorder)
    await walkConsole(createConsoleClient({ auth, baseUrl: organization.consoleUrl, onEvent }), recorder)
  }
  if (cluster?.operateUrl) {
    const auth = createOAuth({ ...cluster, storage })
    auths.push(auth)
    await getToken(auth, operateApi.audience, recorder)
    await walkOperate(createOperateClient({ auth, baseUrl: cluster.operateUrl, onEvent }), recorder)
  }
  return { calls, tokenRequests: auths.reduce((sum, auth) => sum + auth.stats().tokenRequests, 0) }
}

/**
 * The client uses the same audience, so its calls find this token in the cache. The second token request waits, because
 * the endpoint allows one per second.
 */
async function getToken(auth: OAuth, audience: string, recorder: Recorder): Promise<void> {
  await recorder.step(
    `token for ${audience}`,
    () => auth.token(audience),
    () => `${plural(auth.stats().tokenRequests, 'request')} to the token endpoint, at most one per second`,
  )
}

async function walkConsole(administration: ReturnType<typeof createConsoleClient>, recorder: Recorder): Promise<void> {
  const clusters = await recorder.step(
    'clusters.list',
    () => administration.clusters.list(),
    (list) => list.map(({ name, status }) => `${name} (${status.ready})`).join(', '),
  )
  await recorder.step(
    'clusters.getParameters',
    () => administration.clusters.getParameters(),
    ({ regions, channels }) => `${plural(regions.length, 'region')}, ${plural(channels.length, 'channel')}`,
  )
  for (const { uuid, name } of clusters ?? []) {
    await recorder.step(
      `clients.list of ${name}`,
      () => administration.clients.list(uuid),
      (clients) => plural(clients.length, 'client'),
    )
    await recorder.step(
      `backups.list of ${name}`,
      () => administration.backups.list(uuid),
      (backups) => plural(backups.length, 'backup'),
    )
  }
  await recorder.step(
    'members.list',
    () => administration.members.list(),
    (members) => plural(members.length, 'member'),
  )
  await recorder.step(
    'activity.getCsv',
    () => administration.activity.getCsv(),
    (csv) => plural(csv.trimEnd().split('\n').length - 1, 'event'),
  )
  await recorder.step(
    'meta.getIpRanges (needs no token)',
    () => administration.meta.getIpRanges(),
    (ranges) => plural(ranges['web-modeler'].length, 'address', 'addresses'),
  )
}

async function walkOperate(operate: ReturnType<typeof createOperateClient>, recorder: Recorder): Promise<void> {
  const definitions = await recorder.step(
    'processDefinitions.search',
    () => operate.processDefinitions.search({ size: onePage }),
    ({ items }) => `${plural(items.length, 'definition')}, such as ${items[0]?.bpmnProcessId ?? 'none'}`,
  )
  for (const { key, name, bpmnProcessId, version } of definitions?.items.slice(0, 8) ?? []) {
    await recorder.step(
      `processDefinitions.getXml of ${name ?? bpmnProcessId} v${version}`,
      () => operate.processDefinitions.getXml(key),
      (xml) => `${(xml.length / 1024).toFixed(1)} kB of BPMN`,
    )
  }
  for (const state of ['ACTIVE', 'COMPLETED', 'CANCELED'] as const) {
    await recorder.step(
      `processInstances.search ${state}`,
      () => operate.processInstances.search({ filter: { state }, size: 1 }),
      ({ total }) => plural(total, 'instance'),
    )
  }
  const troubled = await recorder.step(
    'processInstances.search with an incident',
    () =>
      operate.processInstances.search({
        filter: { incident: true },
        size: onePage,
        sort: [{ field: 'key', order: 'DESC' }],
      }),
    ({ items, total }) => `${plural(total, 'instance')}, the highest key is ${items[0]?.key ?? 'none'}`,
  )
  for (const { key } of troubled?.items.slice(0, 4) ?? []) {
    await recorder.step(
      `processInstances.getStatistics of ${key}`,
      () => operate.processInstances.getStatistics(key),
      (statistics) => {
        const count = (member: 'active' | 'completed' | 'incidents') =>
          statistics.reduce((sum, row) => sum + (row[member] ?? 0), 0)
        return `${count('completed')} completed, ${count('active')} active, ${count('incidents')} with incidents`
      },
    )
  }
  await recorder.step(
    'incidents.searchAll',
    () => countIncidents(operate),
    ({ total, types }) => {
      const [type, count] = [...types].sort(([, a], [, b]) => b - a)[0] ?? []
      return `${plural(total, 'incident')}, page by page${type ? `; most often ${type} (${count})` : ''}`
    },
  )
}

async function countIncidents(operate: ReturnType<typeof createOperateClient>) {
  const types = new Map<string, number>()
  let total = 0
  for await (const { type } of operate.incidents.searchAll({ size: onePage })) {
    total++
    types.set(type ?? 'UNKNOWN', (types.get(type ?? 'UNKNOWN') ?? 0) + 1)
  }
  return { total, types }
}
