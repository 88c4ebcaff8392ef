import { expect, it } from 'vitest'
import { enter } from './support/kitchen.ts'
import { userTask } from './support/models.ts'

it('completes the user tasks of a group', async () => {
  const { deploy, start, engine, cook, printed } = enter()
  await deploy('invoice', userTask('candidateGroups="accounting"'))
  await deploy('other', userTask('candidateGroups="sales"'))
  const keys = [start('invoice'), start('other')]
  await cook('user-tasks/complete')
  expect(printed).toEqual(['Check the invoice is done'])
  expect(keys.map((key) => engine.processInstances.get(key)?.state)).toEqual(['COMPLETED', 'ACTIVE'])
  const variables = [...engine.variables.of(keys[0] ?? '')].map(({ name, value }) => [name, value])
  expect(Object.fromEntries(variables)).toEqual({ approved: 'true' })
})

it('shows the tasks of a user', async () => {
  const { deploy, start, cook, printed } = enter()
  await deploy('invoice', userTask('assignee="jane"'))
  await deploy('other', userTask('assignee="joe"'))
  start('invoice', { amount: 99 })
  start('other')
  await cook('user-tasks/show-a-task')
  expect(printed).toEqual(['Check the invoice no due date amount'])
})
