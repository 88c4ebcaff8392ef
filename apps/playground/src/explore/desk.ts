import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { parseJson, stringifyJson } from '@x/rest/json'
import type { Operation } from '@x/rest/shapes'
import type { ApiAccess } from '../calls/api-access.ts'
import { type Call, type CallInput, call } from '../calls/call.ts'
import { onSwitch } from '../connection/on-switch.ts'
import { emptyValue } from './form/edit.ts'
import { findIssues, type Issue, issuesOfError } from './form/issues.ts'
import { findJsonError, type JsonError } from './form/json-error.ts'
import { type OperationFields, operationFields } from './form/operation-input.ts'
import { remember } from './history.ts'

/**
 * The state of one operation: its input, the call in progress, the last result. It is kept while other operations are
 * open.
 */
export interface Desk {
  readonly operation: Operation
  readonly fields: OperationFields
  /** The input. Form and JSON are two views of it. */
  readonly given: ReadonlySignal<CallInput>
  /** The text of the JSON view; undefined in the form. */
  readonly json: ReadonlySignal<string | undefined>
  readonly jsonError: ReadonlySignal<JsonError | undefined>
  /** Found by the operation's schemas after the first attempt to send, then updated with each change. */
  readonly issues: ReadonlySignal<readonly Issue[]>
  /** Start of the call in progress, in milliseconds since the epoch. */
  readonly runningSince: ReadonlySignal<number | undefined>
  readonly last: ReadonlySignal<Call | undefined>
  setParam(name: string, value: string): void
  setInput(value: unknown): void
  setJson(text: string): void
  /** False if the text is not JSON: then the form cannot be shown. */
  setMode(mode: 'form' | 'json'): boolean
  /** Replaces the input by that of a link, an example or an earlier call. */
  fill(given: Filling): void
  /** Clears the input. */
  clear(): void
  show(call: Call): void
  /** True if the input may be sent; otherwise, {@link issues} or {@link jsonError} say why not. */
  check(): boolean
  /** Sends the input, checked or not, and resolves with the outcome. A call in progress is canceled first. */
  send(access: ApiAccess): Promise<void>
  cancel(): void
}

/** The new input; everything else is cleared. */
export interface Filling {
  readonly params?: CallInput['params'] | undefined
  readonly input?: unknown
}

export function createDesk(operation: Operation): Desk {
  const fields = operationFields(operation)
  const empty: CallInput = { params: {}, ...(fields.input && { input: emptyValue(fields.input.shape) }) }
  const given = signal(empty)
  const json = signal<string | undefined>(undefined)
  const wasTried = signal(false)
  const running = signal<{ readonly since: number; readonly controller: AbortController } | undefined>(undefined)
  const last = signal<Call | undefined>(undefined)
  /** The issues that the client found, until the input changes. */
  const refused: Signal<readonly Issue[]> = signal([])
  const jsonError = computed(() => (json.value === undefined ? undefined : findJsonError(json.value)))

  function change(to: Partial<CallInput>, text = json.peek() === undefined ? undefined : toText(to.input)): void {
    refused.value = []
    given.value = { ...given.peek(), ...to }
    if ('input' in to) json.value = text
  }

  return {
    operation,
    fields,
    given,
    json,
    jsonError,
    issues: computed(() => (wasTried.value ? [...findIssues(operation, given.value), ...refused.value] : [])),
    runningSince: computed(() => running.value?.since),
    last,
    setParam: (name, value) => change({ params: { ...given.peek().params, [name]: value } }),
    setInput: (input) => change({ input }),
    setJson: (text) => {
      if (findJsonError(text)) json.value = text
      else change({ input: parseJson(text) }, text)
    },
    setMode: (mode) => {
      if (mode === 'json') json.value ??= toText(given.peek().input)
      else if (jsonError.peek()) return false
      else json.value = undefined
      return true
    },
    fill: ({ params, input }) => {
      wasTried.value = false
      change({ params: params ?? empty.params, ...(fields.input && { input: input ?? empty.input }) })
    },
    clear: () => {
      wasTried.value = false
      change(empty)
    },
    show: (earlier) => {
      change({ params: earlier.input.params, ...(fields.input && { input: earlier.input.input }) })
      last.value = earlier
    },
    check: () => {
      wasTried.value = true
      const isValid = jsonError.peek() === undefined && findIssues(operation, given.peek()).length === 0
      // The response to an earlier input must not appear next to the issues of this one.
      if (!isValid) last.value = undefined
      return isValid
    },
    send: async (access) => {
      running.peek()?.controller.abort()
      const controller = new AbortController()
      running.value = { since: Date.now(), controller }
      const ended = await call(access, operation, given.peek(), controller.signal)
      remember(ended)
      // Another call may have started in the meantime: its response is shown instead.
      if (running.peek()?.controller !== controller) return
      running.value = undefined
      last.value = ended
      if (ended.outcome.type === 'error') refused.value = issuesOfError(ended.outcome.error)
    },
    cancel: () => running.peek()?.controller.abort(),
  }
}

function toText(value: unknown): string {
  // Converted twice, because the raw digits of a key would be a number for JSON.stringify, which rounds.
  return JSON.stringify(value === undefined ? {} : parseJson(stringifyJson(value)), null, 2)
}

const desks = new Map<string, Desk>()

/** Returns the desk of an operation, always the same one while the page is open. */
export function deskOf(api: string, operation: Operation): Desk {
  const name = `${api} ${operation.id}`
  const desk = desks.get(name) ?? createDesk(operation)
  desks.set(name, desk)
  return desk
}

onSwitch(() => {
  for (const desk of desks.values()) desk.cancel()
  desks.clear()
})
