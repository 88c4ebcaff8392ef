import type { Engine } from '@x/engine'
import type { Members } from '../../sampled/members.ts'
import type { Call } from '../handler.ts'
import { DEFAULT_TENANT } from '../identity/identity.ts'
import type { Grants } from './grants.ts'
import type { Permission } from './permissions.ts'

/** Requires one of the permissions, for a record or for everything. */
export type Check = (required: readonly Permission[], record?: Members) => undefined

export interface SpecialCheck {
  readonly call: Call
  /** The permissions of the operation's row. */
  readonly permissions: readonly Permission[]
  readonly grants: Grants
  readonly check: Check
  readonly engine: Engine
}

/** Operations whose path does not identify the resource, or that require more than one permission. */
export const specialChecks: Readonly<Record<string, (parts: SpecialCheck) => Call | undefined>> = {
  'processInstances.create': ({ call: { body }, permissions, check, engine: { processDefinitions } }) => {
    const { processDefinitionKey: key, processDefinitionId: id } = body
    checkIfFound(
      check,
      permissions,
      key ? processDefinitions.get(key) : find(processDefinitions, { processDefinitionId: id }),
    )
  },
  'decisionDefinitions.evaluate': ({ call: { body }, permissions, check, engine: { decisionDefinitions } }) => {
    const { decisionDefinitionKey: key, decisionDefinitionId: id } = body
    checkIfFound(
      check,
      permissions,
      key ? decisionDefinitions.get(key) : find(decisionDefinitions, { decisionDefinitionId: id }),
    )
  },
  'conditionals.evaluate': ({ call: { body }, permissions, check, engine: { processDefinitions } }) => {
    const { processDefinitionKey: key } = body
    if (key) checkIfFound(check, permissions, processDefinitions.get(key))
    else check(permissions)
  },
  'messages.publish': ({ call: { body }, permissions, check }) => check(permissions, body),
  'messages.correlate': ({ call: { body }, permissions: [start, other], check, engine }) => {
    const { name, correlationKey = '', tenantId = DEFAULT_TENANT } = body
    for (const subscription of engine.messageSubscriptions) {
      if (subscription.messageSubscriptionState !== 'CREATED') continue
      if (subscription.messageName !== name || subscription.tenantId !== tenantId) continue
      const isStart = subscription.correlationKey === null
      if (!isStart && subscription.correlationKey !== correlationKey) continue
      check([(isStart ? start : other) as Permission], { ...subscription })
    }
  },
  'signals.broadcast': ({ call: { body }, permissions: [start, other], check, engine }) => {
    for (const receiver of engine.signalReceivers(body.signalName, body.tenantId)) {
      check([(receiver.processInstanceKey === null ? start : other) as Permission], { ...receiver })
    }
  },
  // Jobs of other processes are skipped.
  'jobs.activate': ({ call, permissions: [update], grants }) => ({
    ...call,
    body: { ...call.body, processDefinitionIds: grants.idsOf(update as Permission) },
  }),
  'expressions.evaluate': ({ call: { body }, permissions: [evaluate, read], check, engine }) => {
    check([evaluate as Permission])
    if (!body.scopeKey) return
    const { processInstances, elementInstances } = engine
    checkIfFound(
      check,
      [read as Permission],
      processInstances.get(body.scopeKey) ?? elementInstances.get(body.scopeKey),
    )
  },
  'resources.delete': ({
    call: {
      params: { resourceKey = '' },
    },
    permissions,
    check,
    engine,
  }) => {
    const [process, requirements, form, other] = permissions as [Permission, Permission, Permission, Permission]
    const kinds = [
      [process, engine.processDefinitions.get(resourceKey)?.processDefinitionId],
      [requirements, engine.decisionRequirements.get(resourceKey)?.decisionRequirementsId],
      [form, engine.forms.get(resourceKey)?.formId],
      [other, engine.resources.get(resourceKey)?.resourceId],
    ] as const
    for (const [permission, resourceId] of kinds) if (resourceId !== undefined) check([permission], { resourceId })
  },
}

/** A missing item is the operation's own 404. */
function checkIfFound(check: Check, permissions: readonly Permission[], record: object | undefined): undefined {
  if (record) check(permissions, record as Members)
}

/** The first record with this value. */
function find<R extends object>(records: Iterable<R>, wanted: Members): R | undefined {
  const [[name, value] = []] = Object.entries(wanted)
  for (const record of records) if ((record as Members)[name ?? ''] === value) return record
  return undefined
}
