import type { VariableSearchResult } from '@x/camunda'
import { parseJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { jsonText } from '../../explore/answer/keep/json-text.ts'
import { Colored } from '../../ui/colored/colored.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { problemOf } from '../problem-of.ts'

interface Props {
  readonly cluster: Cluster
  readonly variable: VariableSearchResult
}

/** Longer values scroll in their own box. */
const LONG = 120

/** The formatted value of a variable. Searches truncate long values; the full value is loaded on request. */
export function VariableValue({ cluster, variable }: Props): VNode {
  const [whole, setWhole] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [loading, setLoading] = useState<AbortController>()
  const leaving = useRef<AbortController>(undefined)
  useEffect(() => () => leaving.current?.abort(), [])
  const { variableKey, name, isTruncated } = variable
  const value = whole ?? variable.value

  async function loadWhole(): Promise<void> {
    const controller = new AbortController()
    leaving.current = controller
    setLoading(controller)
    setProblem(undefined)
    try {
      setWhole((await cluster.variables.get(variableKey, { signal: controller.signal })).value)
    } catch (error) {
      if (controller.signal.aborted) return
      setProblem(problemOf(error))
    }
    setLoading(undefined)
  }

  return (
    <>
      {value.length > LONG ? (
        <ScrollRegion class="long-value" label={`Value of ${name}`}>
          <pre>
            <Colored text={formatted(value)} language="json" />
          </pre>
        </ScrollRegion>
      ) : (
        <code>
          <Colored text={value} language="json" />
        </code>
      )}
      {value.length > LONG && <CopyButton label="Copy" text={() => value} />}
      {isTruncated && whole === undefined && (
        <p class="cut">
          The first {value.length.toLocaleString()} characters.{' '}
          <button type="button" disabled={loading !== undefined} onClick={loadWhole}>
            Load the whole value
          </button>
        </p>
      )}
      {whole !== undefined && (
        <p class="cut" role="status">
          The whole value, {value.length.toLocaleString()} characters.
        </p>
      )}
      {problem !== undefined && (
        <p class="notice notice-error" role="alert">
          The value could not be loaded. {problem}
        </p>
      )}
    </>
  )
}

/** A truncated value is not JSON, so it is not formatted. */
function formatted(value: string): string {
  try {
    return jsonText(parseJson(value))
  } catch {
    return value
  }
}
