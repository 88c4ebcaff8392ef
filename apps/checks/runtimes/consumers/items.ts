// Callers own the results: they sort, filter and extend them in place.
import type { createConsoleClient } from '@x/console'
import type { createModelerClient, FileMetadata } from '@x/modeler'
import type { createOperateClient, Incident } from '@x/operate'

declare const operate: ReturnType<typeof createOperateClient>
declare const modeler: ReturnType<typeof createModelerClient>
declare const administration: ReturnType<typeof createConsoleClient>

export async function inPlace(): Promise<Incident[]> {
  const page = await operate.incidents.search()
  page.items.sort((one, other) => one.key.localeCompare(other.key))
  const { items: instances } = await operate.processInstances.search()
  instances.sort((one, other) => Number(one.processVersion) - other.processVersion)
  instances.push(...(await operate.processInstances.search({ size: 10 })).items.reverse())
  ;(await operate.variables.search()).items.splice(0, 1)
  ;(await operate.decisionInstances.search()).items.length = 0
  const files: FileMetadata[] = (await modeler.files.search()).items
  files.sort((one, other) => one.name.localeCompare(other.name))
  ;(await administration.clusters.list()).sort((one, other) => one.name.localeCompare(other.name))
  return page.items
}

export function summarize(incidents: Incident[]): number {
  return incidents.length
}
export const count = async (): Promise<number> => summarize((await operate.incidents.search()).items)
