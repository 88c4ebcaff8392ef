import type { Operation } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { loadOperations } from '../../../src/apis.ts'
import type { ApiAccess } from '../../../src/calls/api-access.ts'
import { createDesk } from '../../../src/explore/desk.ts'
import { clearHistory, history } from '../../../src/explore/history.ts'
import { suggestions } from '../../../src/explore/suggestions.ts'
import { embeddedAccesses } from '../support/embedded-accesses.ts'

const { emulator, accesses } = embeddedAccesses()

async function deskFor(api: string, id: string): Promise<{ desk: ReturnType<typeof createDesk>; access: ApiAccess }> {
  const access = accesses.find((candidate) => candidate.api.name === api) as ApiAccess
  const operation = (await loadOperations(access.api)).find((candidate) => candidate.id === id) as Operation
  return { desk: createDesk(operation), access }
}

/** A way in on which the next call never gets an answer. */
function hangOnce(access: ApiAccess): { readonly access: ApiAccess; readonly reached: Promise<void> } {
  emulator.controls.failNext({ kind: access.api.name, response: 'hang' })
  const reached = Promise.withResolvers<void>()
  const fetch: typeof globalThis.fetch = (input, init) => {
    const answer = emulator.fetch(input, init)
    reached.resolve()
    return answer
  }
  return { access: { ...access, fetch }, reached: reached.promise }
}

describe('a desk', () => {
  test('form and JSON are two views of one input, without loss either way', async () => {
    const { desk } = await deskFor('operate', 'processInstances.search')
    desk.setInput({ filter: { state: 'ACTIVE' } })
    desk.setMode('json')
    expect(JSON.parse(desk.json.value ?? '')).toEqual({ filter: { state: 'ACTIVE' } })
    desk.setJson('{ "filter": { "key": 9223372036854775807, "unknown": [1, null] } }')
    expect(desk.setMode('form')).toBe(true)
    expect(desk.given.value.input).toEqual({ filter: { key: '9223372036854775807', unknown: [1, null] } })
    desk.setMode('json')
    expect(desk.json.value).toContain('"9223372036854775807"')
  })

  test('broken JSON is neither lost nor sent, and the form waits for it', async () => {
    const { desk } = await deskFor('operate', 'processInstances.search')
    desk.setMode('json')
    desk.setJson('{\n  "size": }')
    expect(desk.jsonError.value).toEqual({ line: 2, column: 11, expected: 'a value' })
    expect([desk.setMode('form'), desk.check()]).toEqual([false, false])
    expect(desk.json.value).toBe('{\n  "size": }')
  })

  test('says what is wrong once it was tried to send, and then with each change', async () => {
    const { desk } = await deskFor('operate', 'processInstances.search')
    desk.setInput({ size: 'many' })
    expect(desk.issues.value).toEqual([])
    expect(desk.check()).toBe(false)
    const issue = { path: 'body.size', message: 'must be a whole number from 1 to 1000' }
    expect(desk.issues.value).toEqual([issue])
    desk.setInput({ size: 1001 })
    expect(desk.issues.value).toEqual([issue])
    desk.setInput({ size: 10 })
    expect([desk.issues.value, desk.check()]).toEqual([[], true])
  })

  test('shows beside the field what only the client knows to be wrong, until it is changed', async () => {
    const { desk, access } = await deskFor('operate', 'processInstances.search')
    desk.setInput({ filter: { startDate: '2026-11-20T08:15:00' } })
    expect(desk.check()).toBe(true)
    await desk.send(access)
    expect(desk.issues.value.map(({ path }) => path)).toEqual(['body.filter.startDate'])
    desk.setInput({ filter: {} })
    expect(desk.issues.value).toEqual([])
  })

  test('cancels: a call that hangs ends, and is remembered as such', async () => {
    clearHistory()
    const { desk, access } = await deskFor('operate', 'processInstances.search')
    await desk.send(access)
    const hanging = hangOnce(access)
    const sent = desk.send(hanging.access)
    await hanging.reached
    expect(desk.runningSince.value).toBeTypeOf('number')
    desk.cancel()
    await sent
    expect(desk.runningSince.value).toBeUndefined()
    expect(history.value.map(({ outcome }) => outcome.type)).toEqual(['cancelled', 'answer'])
    const [, first] = history.value
    if (first) desk.show(first)
    expect(desk.last.value?.outcome.type).toBe('answer')
  })

  test('shows the answer to what was sent last, however late an earlier one ends', async () => {
    const { desk, access } = await deskFor('operate', 'processInstances.search')
    const hanging = hangOnce(access)
    desk.setInput({ size: 1 })
    const first = desk.send(hanging.access)
    await hanging.reached
    desk.setInput({ size: 2 })
    await Promise.all([first, desk.send(access)])
    expect(desk.last.value?.input.input).toEqual({ size: 2 })
    expect(desk.last.value?.outcome.type).toBe('answer')
  })
})

test.each(suggestions)('$question is a call that works at once', async ({ api, id, given }) => {
  const { desk, access } = await deskFor(api, id)
  desk.fill(given)
  expect(desk.check()).toBe(true)
  await desk.send(access)
  expect(desk.last.value?.outcome).toMatchObject({ type: 'answer' })
})
