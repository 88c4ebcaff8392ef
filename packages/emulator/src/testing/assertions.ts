import type { Engine } from '@x/engine'
import { activeIncidents, describeInstance, nameOf, pathOf, waitsAt } from './describe-instance.ts'
import { isEqual } from './is-equal.ts'
import { ProcessAssertionError } from './process-assertion-error.ts'
import { readDiagram } from './read-diagram.ts'
import { until, type WaitOptions, type Watched } from './until.ts'

/** What a test expects of an active incident. */
export interface ExpectedIncident {
  readonly elementId: string
  /** For example `JOB_NO_RETRIES`. */
  readonly errorType?: string | undefined
  /** The entire message, or a pattern that it matches. */
  readonly errorMessage?: string | RegExp | undefined
}

/**
 * Assertions about process instances, by their keys. Each checks what the engine has done so far, and throws a
 * `ProcessAssertionError` that says what happened instead: the path, where the instance waits, and its incidents.
 */
export interface Assertions {
  /**
   * Resolves if the instance has completed. With a `signal`, it waits for this, for example for workers that run during
   * the test.
   *
   * @throws `ProcessAssertionError` if it is still active when the check ends, or was terminated
   * @example
   * await assertions.completed(processInstanceKey)
   */
  completed(processInstanceKey: string, options?: WaitOptions): Promise<void>
  /** Like `completed`, for an instance that was canceled, or terminated by an event of its caller. */
  terminated(processInstanceKey: string, options?: WaitOptions): Promise<void>
  /**
   * Asserts that these elements have completed, in this order. Others may have completed between them. An element that
   * ran several times may be listed as many times.
   *
   * @example
   * assertions.passed(processInstanceKey, ['order-received', 'charge-card', 'order-shipped'])
   */
  passed(processInstanceKey: string, elementIds: readonly string[]): void
  /** Asserts that none of these elements has been activated. */
  notPassed(processInstanceKey: string, elementIds: readonly string[]): void
  /**
   * Asserts that the instance waits at these elements, in any order, and nowhere else. An element with an incident
   * counts as waiting.
   *
   * @example
   * assertions.waitingAt(processInstanceKey, ['ship-parcel'])
   */
  waitingAt(processInstanceKey: string, elementIds: readonly string[]): void
  /**
   * Asserts the values of these variables of the instance, or the local variables of the latest instance of an element.
   * Other variables may exist; `undefined` asserts that the variable does not exist.
   *
   * @example
   * assertions.variables(processInstanceKey, { paid: true, items: [{ sku: 'A-1' }] })
   */
  variables(
    processInstanceKey: string,
    expected: Readonly<Record<string, unknown>>,
    options?: { readonly elementId?: string | undefined },
  ): void
  /**
   * Asserts that exactly these incidents are active, in the order in which they were raised, with those of called
   * instances last. `[]` asserts that there is none.
   *
   * @example
   * assertions.incidents(processInstanceKey, [{ elementId: 'charge-card', errorMessage: /declined/ }])
   */
  incidents(processInstanceKey: string, expected: readonly ExpectedIncident[]): void
  /**
   * Repeats an assertion until it passes, and returns its result: for workers that run during the test. It is repeated
   * after each request that the emulator has responded to, and after each advance of its clock.
   *
   * @throws the latest error of the assertion, once the signal aborts
   * @example
   * await assertions.until(() => assertions.waitingAt(processInstanceKey, ['approve']), { signal: AbortSignal.timeout(5000) })
   */
  until<T>(assertion: () => T, options: WaitOptions): Promise<T>
}

/**
 * Creates assertions about what runs in an emulator's first cluster, or in an engine. They depend on no test framework,
 * and work with any.
 *
 * @example
 * import { createAssertions } from '@x/emulator/testing'
 *
 * const emulator = createEmulator()
 * const camunda = createAssertions(emulator)
 * const { processInstanceKey } = emulator.engine.createInstance({ processDefinitionId: 'order' })
 * await camunda.completed(processInstanceKey)
 * camunda.passed(processInstanceKey, ['order-received', 'order-shipped'])
 */
export function createAssertions(source: Watched): Assertions {
  /** Throws if the expectation about the instance is not met. */
  function fail(engine: Engine, key: string, problem: string, actual: unknown, expected: unknown): never {
    const instance = engine.processInstances.get(key)
    if (instance === undefined)
      throw new ProcessAssertionError(`There is no process instance ${key}.`, actual, expected)
    const text = `Process instance ${nameOf(instance)} ${problem}\n${describeInstance(engine, key)}`
    throw new ProcessAssertionError(text, actual, expected)
  }

  function ended(key: string, expected: 'COMPLETED' | 'TERMINATED', options: WaitOptions = {}): Promise<void> {
    const isOver = (): boolean =>
      !['ACTIVE', 'SUSPENDED'].includes(source.engine.processInstances.get(key)?.state ?? '')
    return until(
      source,
      () => {
        const { engine } = source
        const state = engine.processInstances.get(key)?.state
        if (state !== expected) fail(engine, key, `is ${state}, not ${expected}.`, state, expected)
      },
      options,
      isOver,
    )
  }

  /** Ids that the process does not have are mistakes in the test: they could never match. */
  function checkIds(engine: Engine, key: string, elementIds: readonly string[]): void {
    const instance = engine.processInstances.get(key)
    const definition = engine.processDefinitions.get(instance?.processDefinitionKey ?? '')
    const elements = readDiagram(definition?.xml ?? '').runnable.get(instance?.processDefinitionId ?? '') ?? []
    const known = elements.filter(({ kind }) => kind !== 'sequenceFlow').map(({ id }) => id)
    const unknown = elementIds.filter((id) => !known.includes(id))
    if (unknown.length === 0) return
    fail(engine, key, `has no element ${unknown.join(', ')}. It has ${known.join(', ')}.`, known, elementIds)
  }

  return {
    completed: (key, options) => ended(key, 'COMPLETED', options),
    terminated: (key, options) => ended(key, 'TERMINATED', options),
    passed(key, elementIds) {
      const { engine } = source
      checkIds(engine, key, elementIds)
      const path = pathOf(engine, key)
        .filter(({ state }) => state === 'COMPLETED')
        .map(({ elementId }) => elementId)
      let at = 0
      for (const id of path) if (id === elementIds[at]) at += 1
      if (at === elementIds.length) return
      const before = at === 0 ? '' : ` after ${elementIds.slice(0, at).join(', ')}`
      fail(engine, key, `has not passed ${elementIds[at]}${before}.`, path, elementIds)
    },
    notPassed(key, elementIds) {
      const { engine } = source
      checkIds(engine, key, elementIds)
      const path = pathOf(engine, key).map(({ elementId }) => elementId)
      const passed = elementIds.filter((id) => path.includes(id))
      if (passed.length > 0) fail(engine, key, `has been at ${passed.join(', ')}.`, passed, [])
    },
    waitingAt(key, elementIds) {
      const { engine } = source
      checkIds(engine, key, elementIds)
      const actual = [...new Set(waitsAt(engine, key).map(({ elementId }) => elementId))].sort()
      const expected = [...new Set(elementIds)].sort()
      if (isEqual(actual, expected)) return
      fail(engine, key, `waits at ${list(actual)}, not at ${list(expected)}.`, actual, expected)
    },
    variables(key, expected, { elementId } = {}) {
      const { engine } = source
      if (elementId !== undefined) checkIds(engine, key, [elementId])
      const scope = elementId === undefined ? key : scopeOf(engine, key, elementId)
      const all = [...engine.variables.of(key)].filter(({ scopeKey }) => scopeKey === scope)
      const values = new Map(all.map(({ name, value }) => [name, JSON.parse(value)]))
      const names = Object.keys(expected)
      const wrong = names.filter((name) => !isEqual(values.get(name), expected[name]))
      if (wrong.length === 0 && engine.processInstances.get(key) !== undefined) return
      const problem = wrong
        .map((name) => `${name} is ${json(values.get(name))}, not ${json(expected[name])}`)
        .join('; ')
      const actual = Object.fromEntries(names.map((name) => [name, values.get(name)]))
      fail(engine, key, `has other variables: ${problem}.`, actual, expected)
    },
    incidents(key, expected) {
      const { engine } = source
      const actual = activeIncidents(engine, key)
      const isExpected = (wanted: ExpectedIncident, index: number): boolean => {
        const { elementId, errorType, errorMessage = '' } = actual[index] ?? {}
        if (wanted.elementId !== elementId || (wanted.errorType ?? errorType) !== errorType) return false
        const message = wanted.errorMessage ?? errorMessage
        return message instanceof RegExp ? message.test(errorMessage) : message === errorMessage
      }
      const isKnown = engine.processInstances.get(key) !== undefined
      if (isKnown && actual.length === expected.length && expected.every(isExpected)) return
      const places = (incidents: readonly ExpectedIncident[]): string =>
        list(incidents.map(({ elementId }) => elementId))
      const summary = actual.map(({ elementId, errorType, errorMessage }) => ({ elementId, errorType, errorMessage }))
      fail(engine, key, `has incidents at ${places(actual)}; expected: ${describe(expected)}.`, summary, expected)
    },
    until: (assertion, options) => until(source, assertion, options),
  }
}

/** The key of the latest instance of an element. */
function scopeOf(engine: Engine, key: string, elementId: string): string | undefined {
  return [...engine.elementInstances.of(key)].filter((instance) => instance.elementId === elementId).at(-1)
    ?.elementInstanceKey
}

const list = (ids: readonly string[]): string => ids.join(', ') || 'no element'
const json = (value: unknown): string => JSON.stringify(value) ?? 'undefined'

function describe(incidents: readonly ExpectedIncident[]): string {
  const texts = incidents.map(({ elementId, errorType, errorMessage }) =>
    [elementId, errorType, errorMessage].filter((part) => part !== undefined).join(' '),
  )
  return texts.join(', ') || 'none'
}
