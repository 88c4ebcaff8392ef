import { expect, test } from 'vitest'
import { createConsole, createStill } from '../support.ts'

async function open(secretChange = 0) {
  const emulator = createStill({ limits: { secrets: 3 }, durations: { secretChange } })
  const camunda = await createConsole(emulator)
  return { emulator, camunda, path: `/clusters/${emulator.credentials('cluster').clusterId}/secrets` }
}

test('secrets are created, read in plain text, changed and deleted', async () => {
  const { camunda, path } = await open()
  expect((await camunda('POST', path, { secretName: 'API_KEY', secretValue: 'one' })).status).toBe(204)
  expect((await camunda('GET', path)).body).toEqual({ SMTP_PASSWORD: expect.any(String), API_KEY: 'one' })
  expect((await camunda('PUT', `${path}/API_KEY`, { secretValue: 'two' })).status).toBe(204)
  expect((await camunda('GET', path)).body.API_KEY).toBe('two')
  expect((await camunda('DELETE', `${path}/API_KEY`)).status).toBe(204)
  expect((await camunda('DELETE', `${path}/API_KEY`)).status).toBe(204)
  expect((await camunda('GET', path)).body).not.toHaveProperty('API_KEY')
  expect((await camunda('PUT', `${path}/API_KEY`, { secretValue: 'two' })).status).toBe(404)
})

test('a name is unique and shorter than 50; the plan limits their number', async () => {
  const { camunda, path } = await open()
  const create = async (secretName: string) => (await camunda('POST', path, { secretName, secretValue: 'a' })).status
  expect(await create('SMTP_PASSWORD')).toBe(409)
  expect(await create('x'.repeat(50))).toBe(400)
  expect(await create('')).toBe(400)
  expect(await create('x'.repeat(49))).toBe(204)
  expect(await create('A')).toBe(204)
  expect(await create('B')).toBe(403)
})

test('one change at a time; a deleted secret stays listed until its deletion ends', async () => {
  const { emulator, camunda, path } = await open(2000)
  expect((await camunda('DELETE', `${path}/SMTP_PASSWORD`)).status).toBe(204)
  expect((await camunda('GET', path)).body).toHaveProperty('SMTP_PASSWORD')
  for (const [method, end, body] of [
    ['POST', '', { secretName: 'A', secretValue: 'a' }],
    ['PUT', '/SMTP_PASSWORD', { secretValue: 'a' }],
    ['DELETE', '/SMTP_PASSWORD', undefined],
  ] as const) {
    expect(await camunda(method, `${path}${end}`, body)).toMatchObject({
      status: 409,
      body: expect.stringContaining('in progress'),
    })
  }
  emulator.clock.advance(2000)
  expect((await camunda('GET', path)).body).toEqual({})
  expect((await camunda('POST', path, { secretName: 'A', secretValue: 'a' })).status).toBe(204)
})

test('the activity log names secrets, and contains no values', async () => {
  const { camunda, path } = await open()
  await camunda('POST', path, { secretName: 'API_KEY', secretValue: 'a-marker-value' })
  const { body } = await camunda('GET', '/activity/csv')
  expect(body).toContain('API_KEY')
  expect(body).not.toContain('a-marker-value')
})
