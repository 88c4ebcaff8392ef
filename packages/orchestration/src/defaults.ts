import type { CallInput, CallOptions, Route } from '@x/rest'

/** Commands for one tenant, and the part that names it. Reads are for all tenants that the client is assigned to. */
const tenantCommands: Readonly<Record<string, 'body' | 'form'>> = {
  'conditionals.evaluate': 'body',
  'decisionDefinitions.evaluate': 'body',
  'deployments.create': 'form',
  'expressions.evaluate': 'body',
  'messages.correlate': 'body',
  'messages.publish': 'body',
  'processInstances.create': 'body',
  'signals.broadcast': 'body',
}

/** Adds the default tenant to a command that names none. */
export function withTenant(route: Route, input: CallInput, tenantId: string): CallInput {
  const part = tenantCommands[route.id]
  if (part) return { ...input, [part]: { tenantId, ...defined(input[part] as object) } }
  if (route.id === 'jobs.activate')
    return { ...input, body: { tenantIds: [tenantId], ...defined(input.body as object) } }
  return input
}

/** Without the members that are undefined, which would hide a default. */
function defined(value: object = {}): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
}

/** How much longer than the server the client waits, so that the server's response arrives. */
const marginMs = 5000
/** The longest time limit of a call. */
const longestMs = 2 ** 31 - 1

/**
 * Fits the time limit of the client to that of the server for calls that the server answers late: jobs that are waited for,
 * and the end of a process instance. A time limit of the call itself stays as it is.
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
