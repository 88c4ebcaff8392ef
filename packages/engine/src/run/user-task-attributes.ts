import { parseDateTimeText, toEpochMilliseconds } from '../feel/date-time.ts'
import type { Expression } from '../feel/expression.ts'
import { toJson } from '../feel/to-json.ts'
import type { CandidatesModel, UserTaskModel } from '../model/user-task-model.ts'
import type { ElementInstance } from '../state/element-instance.ts'
import type { UserTaskAttributes } from '../state/user-task.ts'
import { evaluateAs, evaluateNumber, evaluateText, lookupIn } from './evaluate.ts'
import { Failure } from './failure.ts'

const DEFAULT_PRIORITY = 50

/** Evaluates the attributes of a user task for one token. Throws a `Failure` if an expression fails. */
export function evaluateAttributes(model: UserTaskModel, owner: ElementInstance): UserTaskAttributes {
  const { candidateGroups, candidateUsers, dueDate, followUpDate } = model
  return {
    assignee: evaluateAssignee(model, owner),
    candidateGroups: evaluateCandidates(candidateGroups, owner),
    candidateUsers: evaluateCandidates(candidateUsers, owner),
    dueDate: dueDate === undefined ? null : evaluateDate(dueDate, owner),
    followUpDate: followUpDate === undefined ? null : evaluateDate(followUpDate, owner),
    priority: evaluateUserTaskPriority(model, owner),
  }
}

/** Returns the assignee; null if the name is empty. */
export function evaluateAssignee({ assignee }: UserTaskModel, owner: ElementInstance): string | null {
  return (assignee && evaluateText(assignee, owner)) || null
}

const NOBODY: readonly string[] = Object.freeze([])

function evaluateCandidates(model: CandidatesModel | undefined, owner: ElementInstance): readonly string[] {
  if (model === undefined) return NOBODY
  if (isNames(model)) return model
  const names = toJson(evaluateAs(model, lookupIn(owner), ['ARRAY'])) as readonly unknown[]
  if (names.every((name) => typeof name === 'string')) return Object.freeze([...names])
  const message = `Expected result of the expression '${model.text}' to be 'ARRAY' containing 'STRING' items, but it contains others.`
  throw new Failure('EXTRACT_VALUE_ERROR', message)
}

function isNames(model: CandidatesModel): model is readonly string[] {
  return Array.isArray(model)
}

/** Null and an empty text mean that there is no date. */
function evaluateDate(expression: Expression, owner: ElementInstance): string | null {
  const value = evaluateAs(expression, lookupIn(owner), ['DATE_TIME', 'STRING', 'NULL'])
  if (value === null || value === '') return null
  const text = String(toJson(value))
  if (isDate(text)) return text
  const moment = toEpochMilliseconds(value)
  // A date without a zone is in UTC.
  if (moment !== undefined) return new Date(moment).toISOString()
  const message = `Expected result of the expression '${expression.text}' to be a date and time, but was '${text}'.`
  throw new Failure('EXTRACT_VALUE_ERROR', message)
}

export function evaluateUserTaskPriority({ priority }: UserTaskModel, owner: ElementInstance): number {
  if (priority === undefined) return DEFAULT_PRIORITY
  const value = Math.trunc(evaluateNumber(priority, owner))
  if (isPriority(value)) return value
  throw new Failure('EXTRACT_VALUE_ERROR', `Expected priority to be in the range [0,100] but was '${value}'.`)
}

export function isPriority(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100
}

export function isDate(value: unknown): value is string {
  return typeof value === 'string' && parseDateTimeText(value) !== undefined
}

/** The names of the attributes that differ. */
export function changedAttributes(before: UserTaskAttributes, after: UserTaskAttributes): readonly string[] {
  return ATTRIBUTES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

const ATTRIBUTES: readonly (keyof UserTaskAttributes)[] = [
  'assignee',
  'candidateGroups',
  'candidateUsers',
  'dueDate',
  'followUpDate',
  'priority',
]
