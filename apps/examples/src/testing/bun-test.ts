import { expect, it } from 'bun:test'
import { createCoverage } from '@x/emulator/testing'
import { startCamunda } from './start-camunda.ts'

const coverage = createCoverage()

it('ships what is paid', async () => {
  await using test = await startCamunda()
  const { camunda, emulator } = test
  const key = test.start({ amount: 99 })
  await camunda.completed(key, { signal: AbortSignal.timeout(5000) })
  camunda.passed(key, ['order-received', 'charge-card', 'ship-parcel', 'order-shipped'])
  camunda.variables(key, { paid: true, parcel: `P-${key}` })
  camunda.incidents(key, [])
  coverage.add(emulator)
})

it('cancels the order when the card is declined', async () => {
  await using test = await startCamunda()
  const { camunda, emulator } = test
  const key = test.start({ amount: 5000 })
  await camunda.completed(key, { signal: AbortSignal.timeout(5000) })
  camunda.passed(key, ['card-declined', 'order-canceled'])
  camunda.notPassed(key, ['ship-parcel'])
  coverage.add(emulator)
})

it('covers the whole model', () => {
  console.log(coverage.toText())
  expect(coverage.processes()[0]?.missing).toEqual([])
})
