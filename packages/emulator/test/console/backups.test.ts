import { beforeEach, describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/index.ts'
import { type Call, createCall, createConsole, createStill, fetchToken, START } from '../support.ts'

let emulator: Emulator
let camunda: Call
let cluster: string

beforeEach(async () => {
  // Tokens that outlast every jump of the clock below.
  emulator = createStill({ tokenLifetimeSeconds: 10 * 365 * 24 * 60 * 60 })
  camunda = await createConsole(emulator)
  cluster = `/clusters/${emulator.credentials('cluster').clusterId}`
})

const list = async () => (await camunda('GET', `${cluster}/backups`)).body
const iso = (time: number) => new Date(time).toISOString()

test('a backup is in progress, then complete as the clock advances; deleting it returns it', async () => {
  const { status, body } = await camunda('POST', `${cluster}/backups`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 'In progress', zeebeStatus: 'In progress', created: iso(START), completed: '' })
  emulator.clock.advance(10_000)
  expect(await list()).toContainEqual({
    ...body,
    completed: iso(START + 10_000),
    status: 'Complete',
    zeebeStatus: 'Complete',
    operateStatus: 'Complete',
    tasklistStatus: 'Complete',
    optimizeStatus: 'Complete',
  })
  expect(await camunda('DELETE', `${cluster}/backups/${body.uuid}`)).toMatchObject({
    status: 200,
    body: { uuid: body.uuid },
  })
  expect((await camunda('DELETE', `${cluster}/backups/${body.uuid}`)).status).toBe(404)
  expect(await list()).toHaveLength(1)
})

describe('the schedule', () => {
  const put = (schedule: string) => camunda('PUT', `${cluster}/backups/schedule`, { schedule })

  test('does not exist, then exists, then is deleted', async () => {
    expect((await camunda('GET', `${cluster}/backups/schedule`)).status).toBe(404)
    const { status, body } = await put('0 3 * * *')
    expect([status, body]).toEqual([200, { name: expect.any(String), schedule: '0 3 * * *' }])
    expect((await camunda('GET', `${cluster}/backups/schedule`)).body).toEqual(body)
    expect((await camunda('DELETE', `${cluster}/backups/schedule`)).status).toBe(204)
    expect((await camunda('DELETE', `${cluster}/backups/schedule`)).status).toBe(204)
    expect((await camunda('GET', `${cluster}/backups/schedule`)).status).toBe(404)
  })

  test.each([
    '',
    '0 3 * *',
    '0 3 * * * *',
    '60 * * * *',
    '* 24 * * *',
    'a b c d e',
    '0 3 0 * *',
    '5-1 * * * *',
    '0/0 1 * * *',
  ])('rejects %j', async (cron) => expect((await put(cron)).status).toBe(400))

  test.each(['* * * * *', '*/10 * * * *', '0,14 * * * *', '5,55 * * * *', '0,55 0,23 * * *'])(
    'rejects runs less than 15 minutes apart: %s',
    async (cron) => expect(await put(cron)).toMatchObject({ status: 400, body: expect.stringContaining('15 minutes') }),
  )

  test.each(['*/15 * * * *', '0 3 * * 1-5', '30 2 1,15 * *', '50 23,0 * * *', '0 0 * * 7', '0 0-23/2 * 1-6 *'])(
    'accepts %s',
    async (cron) => expect((await put(cron)).status).toBe(200),
  )

  test('creates backups when they are due, in UTC, and keeps the newest', async () => {
    await put('30 3 * * *')
    emulator.clock.advance(15 * 60 * 60 * 1000)
    const before = await list()
    expect(before).toHaveLength(1)
    emulator.clock.advance(60 * 60 * 1000)
    const after = await list()
    expect(after).toHaveLength(2)
    expect(after[1].created).toBe('2026-05-05T03:30:00.000Z')
    emulator.clock.advance(365 * 24 * 60 * 60 * 1000)
    expect(await list()).toHaveLength(9)
    expect(await list()).toHaveLength(9)
  })

  test('with weekdays and days of the month matches either', async () => {
    // The emulator begins on Monday, 4 May 2026.
    await put('0 13 6 * 5')
    emulator.clock.advance(5 * 24 * 60 * 60 * 1000)
    const days = (await list()).slice(1).map(({ created }: { created: string }) => created.slice(0, 10))
    expect(days).toEqual(['2026-05-06', '2026-05-08'])
  })
})

describe('a restore', () => {
  test('goes through its states, suspends the cluster, and is listed', async () => {
    const [{ uuid }] = await list()
    const path = `${cluster}/backups/${uuid}/restore`
    const token = await fetchToken(emulator, emulator.credentials('cluster'), 'operate.camunda.io')
    const operate = createCall(emulator, emulator.url('operate'), token)
    const search = async () => (await operate('POST', '/v1/incidents/search', {})).status
    expect((await camunda('GET', path)).status).toBe(404)
    const { status, body } = await camunda('POST', path)
    expect([status, body]).toEqual([
      200,
      { uuid: expect.any(String), backupId: uuid, state: 'PENDING', startTimestamp: iso(START) },
    ])
    expect((await camunda('GET', cluster)).body.status.ready).toBe('Suspended')
    expect(await search()).toBe(503)
    expect((await camunda('POST', path)).status).toBe(409)
    expect((await camunda('PUT', `${cluster}/wake`)).status).toBe(204)
    const states = []
    for (const ms of [3000, 5000, 12_000]) {
      emulator.clock.advance(ms)
      states.push((await camunda('GET', path)).body.state)
    }
    expect(states).toEqual(['VALIDATING', 'IN_PROGRESS', 'COMPLETED'])
    expect((await camunda('GET', path)).body.completionTimestamp).toBe(iso(START + 20_000))
    expect((await camunda('GET', cluster)).body.status.ready).toBe('Healthy')
    expect(await search()).toBe(200)
  })

  test('requires an existing, complete backup', async () => {
    const { body } = await camunda('POST', `${cluster}/backups`)
    expect((await camunda('POST', `${cluster}/backups/${body.uuid}/restore`)).status).toBe(409)
    expect((await camunda('POST', `${cluster}/backups/unknown/restore`)).status).toBe(404)
  })
})
