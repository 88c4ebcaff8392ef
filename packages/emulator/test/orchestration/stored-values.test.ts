import { expect, test } from 'vitest'
import { createCall, createStill, fetchToken } from '../support.ts'

// Searches sort and filter by what the real server stores, which is not always what it shows.

async function connect() {
  const emulator = createStill({ version: '8.9', operate: { processInstances: 120 } })
  const token = await fetchToken(emulator, emulator.credentials('cluster'), 'zeebe.camunda.io')
  return createCall(emulator, emulator.url('orchestration'), token)
}

test('canceled process instances are sorted between active and completed ones', async () => {
  const call = await connect()
  const sort = [{ field: 'state', order: 'ASC' }]
  const { body } = await call('POST', '/v2/process-instances/search', { sort, page: { limit: 1000 } })
  const states: string[] = body.items.map(({ state }: { state: string }) => state)
  expect(states.filter((state, index) => state !== states[index - 1])).toEqual(['ACTIVE', 'TERMINATED', 'COMPLETED'])
})

test('only the beginning of a long variable value counts', async () => {
  const call = await connect()
  const beginning = `"${'x'.repeat(8190)}`
  // The one that was created first has the greater end.
  for (const end of ['b', 'a']) {
    const variables = { note: 'x'.repeat(8190) + end }
    await call('POST', '/v2/process-instances', { processDefinitionId: 'customer-onboarding', variables })
  }
  const find = async (value: string) => {
    const filter = { name: 'note', value }
    const sort = [{ field: 'value', order: 'ASC' }]
    const { body } = await call('POST', '/v2/variables/search?truncateValues=false', { filter, sort })
    return body.items.map((item: { value: string }) => item.value)
  }
  expect(await find(beginning)).toEqual([`${beginning}b"`, `${beginning}a"`])
  expect(await find(`${beginning}a"`)).toEqual([])
})
