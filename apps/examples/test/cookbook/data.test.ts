import { expect, it } from 'vitest'
import { enter } from './support/kitchen.ts'
import { job, script } from './support/models.ts'

it('counts instances per state', async () => {
  const { deploy, start, cook, printed } = enter()
  await deploy('price', script('1', 'total'))
  await deploy('order', job('charge-card'))
  for (const id of ['order', 'price', 'price']) start(id)
  await cook('data/count-per-state')
  expect(printed).toEqual(['ACTIVE 1', 'COMPLETED 2', 'TERMINATED 0'])
})

it('reads the full value of a long variable', async () => {
  const { deploy, start, cook, printed, emulator } = enter()
  await deploy('order', job('charge-card'))
  const report = Object.fromEntries(Array.from({ length: 2000 }, (_, line) => [`line-${line}`, 'x']))
  await cook('data/full-variable', start('order', { report }))
  expect(printed).toEqual(['report 2000'])
  expect(emulator.journal.entries.filter(({ path }) => /\/variables\/\d+$/.test(path))).toHaveLength(1)
})

it('finds instances by a variable', async () => {
  const { deploy, start, cook, printed } = enter()
  await deploy('order', job('charge-card'))
  const key = start('order', { orderId: 'A-1' })
  start('order', { orderId: 'A-2' })
  await cook('data/find-by-variable')
  expect(printed).toEqual([`${key} ACTIVE`])
})

it('waits for reads that lag behind', async () => {
  const { deploy, cook, printed, emulator } = enter({ orchestration: { lagMs: 2000 } })
  await deploy('order', job('charge-card'))
  emulator.clock.advance(2000)
  emulator.journal.subscribe(({ status }) => {
    if (status === 404) emulator.clock.advance(2000)
  })
  await cook('data/wait-for-reads')
  expect(printed).toEqual(['ACTIVE step-1'])
  expect(emulator.journal.count({ status: 404 })).toBe(1)
})

it('shows where an instance waits', async () => {
  const { deploy, start, cook, printed } = enter()
  await deploy('order', job('charge-card'))
  await cook('data/where-is-it', start('order'))
  expect([...printed].sort()).toEqual(['start START_EVENT COMPLETED', 'step-1 SERVICE_TASK ACTIVE'])
})
