import { expect } from 'vitest'
import type { Engine, UserTaskRecord } from '../../src/index.ts'
import { end, flows, message, process, start, xmlText } from './models.ts'

/** A process whose only task is this one; `more` is what else is in it. */
export const model = (task: string, more = ''): string =>
  process([start(), task, end(), flows('start', 'task', 'end'), more].join('\n'), 'process', message('stop', '= "A"'))

export const assignment = (attributes: Readonly<Record<string, string>>): string =>
  `<zeebe:assignmentDefinition ${attributesOf(attributes)} />`

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${xmlText(value)}"`)
    .join(' ')

export const form = (attributes: Readonly<Record<string, string>>): string =>
  `<zeebe:formDefinition ${attributesOf(attributes)} />`

export const FORM = { name: 'review.form', content: '{"id":"review","versionTag":"v1","components":[]}' }

export function onlyTask(engine: Engine): UserTaskRecord {
  const [task, ...others] = engine.userTasks
  expect(others).toEqual([])
  return task as UserTaskRecord
}
