// #region tests
import { mkdir, writeFile } from 'node:fs/promises'
import { createCoverage } from '@x/emulator/testing'
import { afterAll, expect, it } from 'vitest'
import { startCamunda } from './start-camunda.ts'

const coverage = createCoverage()
afterAll(async () => {
  console.log(coverage.toText())
  await mkdir('coverage', { recursive: true })
  await writeFile('coverage/order.svg', coverage.toSvg('order'))
})

it('ships what is paid', async ({ signal }) => {
  await using test = await startCamunda()
  const { camunda, emulator } = test
  const key = test.start({ amount: 99 })
  await camunda.completed(key, { signal })
  camunda.passed(key, ['order-received', 'charge-card', 'ship-parcel', 'order-shipped'])
  camunda.variables(key, { paid: true, parcel: `P-${key}` })
  camunda.incidents(key, [])
  coverage.add(emulator)
})

it('cancels the order when the card is declined', async ({ signal }) => {
  await using test = await startCamunda()
  const { camunda, emulator } = test
  const key = test.start({ amount: 5000 })
  await camunda.completed(key, { signal })
  camunda.passed(key, ['card-declined', 'order-canceled'])
  camunda.notPassed(key, ['ship-parcel'])
  coverage.add(emulator)
})

it('covers the whole model', () => {
  expect(coverage.processes()).toMatchObject([{ processDefinitionId: 'order', missing: [] }])
})
// #endregion tests
