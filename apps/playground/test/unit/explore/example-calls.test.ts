import { beforeAll, describe, expect, test } from 'vitest'
import { loadOperations } from '../../../src/apis.ts'
import type { ApiAccess } from '../../../src/calls/api-access.ts'
import { call } from '../../../src/calls/call.ts'
import { isReading } from '../../../src/calls/is-reading.ts'
import { exampleInput } from '../../../src/explore/example/example-input.ts'
import { findExample } from '../../../src/explore/example/find-example.ts'
import { findIssues } from '../../../src/explore/form/issues.ts'
import { embeddedAccesses } from '../support/embedded-accesses.ts'

/** What a fresh Camunda refuses with good reason, whatever is filled in. */
const REFUSED: Readonly<Record<string, string>> = {
  'clusters.updateEncryption': 'no cluster has keys of its own',
  'clusters.failover': 'the cluster has no backup region',
  'backups.getSchedule': 'none is set',
  'backups.getRestore': 'none was made',
  'monitoring.deactivate': 'it is not active',
  'monitoring.deleteClient': 'there is none',
  'monitoring.rotatePassword': 'there is none',
  'secureConnectivity.deactivate': 'it is not active',
  'members.delete': 'the first member is the owner',
  'projects.delete': 'there are files in it',
  'folders.delete': 'there are files in it',
  'processApplications.delete': 'there are files in it',
}

/** The APIs whose every operation the embedded Camunda simulates from the start; of the others it needs data first. */
const SIMULATED = ['console', 'operate', 'modeler']

describe('an example that is filled in', () => {
  const { signal } = new AbortController()
  const { emulator, accesses } = embeddedAccesses()
  const outcomes = new Map<string, string>()

  async function send(access: ApiAccess, id: string): Promise<string> {
    const operations = await loadOperations(access.api)
    const operation = operations.find((candidate) => candidate.id === id)
    if (!operation) throw new TypeError(`There is no ${id}.`)
    const { outcome } = await call(access, operation, await findExample(access, operation), signal)
    return outcome.type === 'error' ? String(outcome.error) : outcome.type
  }

  beforeAll(async () => {
    for (const access of accesses.filter(({ api }) => SIMULATED.includes(api.name))) {
      for (const { id } of await loadOperations(access.api)) {
        emulator.reset()
        outcomes.set(id, await send(access, id))
      }
    }
  })

  test('is answered by every operation that a fresh Camunda does not refuse', () => {
    const failed = [...outcomes].filter(([, outcome]) => outcome !== 'answer').map(([id]) => id)
    expect(failed.toSorted()).toEqual(Object.keys(REFUSED).toSorted())
  })

  test('passes the checks of every operation of every API', async () => {
    for (const { api } of accesses) {
      for (const operation of await loadOperations(api)) {
        expect(findIssues(operation, await exampleInput(operation)), `${api.name} ${operation.id}`).toEqual([])
      }
    }
  })

  test('is answered by the reading operations too that need something to be made first', async () => {
    const access = accesses.find(({ api }) => api.name === 'console') as ApiAccess
    const operations = await loadOperations(access.api)
    const waiting = operations.filter((operation) => isReading(operation) && operation.id in REFUSED)
    expect(waiting.map(({ id }) => id)).toEqual(['backups.getSchedule', 'backups.getRestore'])
    emulator.reset()
    for (const id of ['backups.setSchedule', 'backups.getSchedule', 'backups.restore', 'backups.getRestore']) {
      expect(`${id}: ${await send(access, id)}`).toBe(`${id}: answer`)
    }
  })
})
