import type { CallInput, CallOptions, Route } from '@x/rest'

/** Commands for one tenant. Reads include all tenants that the client is assigned to. */
const forTenant =
  /^((conditionals|decisionDefinitions|expressions)\.evaluate|(deployments|processInstances)\.create|messages\..+|signals\..+)$/

/** Adds the default tenant to a command without one. */
export function withTenant({ id }: Route, input: CallInput, tenantId: string | undefined): CallInput {
  const isActivation = id === 'jobs.activate'
  if (tenantId === undefined || !(isActivation || forTenant.test(id))) return input
  const part = input.form ? 'form' : 'body'
  const tenant = isActivation ? { tenantIds: [tenantId] } : { tenantId }
  return { ...input, [part]: { ...tenant, ...defined(input[part] as object) } }
}

/** Removes undefined members, which would hide a default. */
function defined(value: object = {}): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
}

/** How much longer than the server the client waits, so that the response arrives. */
const marginMs = 5000
/** The longest time limit of a call. */
const longestMs = 2 ** 31 - 1

/**
 * Extends the client's time limit beyond that of the server for long polls: activating jobs, and waiting for the end of
 * a process instance. A time limit of the call itself stays unchanged.
 */
export function withRequestTimeout(
  route: Route,
  input: CallInput,
  options: CallOptions = {},
  clientMs = 30_000,
): CallOptions {
  const { requestTimeout, awaitCompletion } = Object(input.body) as {
    requestTimeout?: number
    awaitCompletion?: boolean
  }
  const isLong = route.id === 'jobs.activate' || (route.id === 'processInstances.create' && awaitCompletion)
  if (!isLong || !(Number(requestTimeout) > 0) || Object(options) !== options || options.timeoutMs !== undefined)
    return options
  return { ...options, timeoutMs: Math.max(clientMs, Math.min(Number(requestTimeout) + marginMs, longestMs)) }
}
