import type { OperateClient, Variable } from '@x/operate'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { messageOf } from '../../message-of.ts'
import { ScrollRegion } from '../scroll-region.tsx'

interface Props {
  readonly operate: OperateClient
  readonly variable: Variable
}

/** Longer ones get a box of their own to scroll in. */
const LONG = 200

/** The value of a variable. Searches cut long ones short; the whole is loaded when asked for. */
export function VariableValue({ operate, variable }: Props): VNode {
  const [whole, setWhole] = useState<Variable>()
  const [problem, setProblem] = useState<string>()
  const [loading, setLoading] = useState<AbortController>()
  const leaving = useRef<AbortController>(undefined)
  useEffect(() => () => leaving.current?.abort(), [])
  const { name, value, truncated } = whole ?? variable

  async function loadWhole(): Promise<void> {
    const controller = new AbortController()
    leaving.current = controller
    setLoading(controller)
    setProblem(undefined)
    try {
      setWhole(await operate.variables.get(variable.key, { signal: controller.signal }))
    } catch (error) {
      if (controller.signal.aborted) return
      setProblem(messageOf(error))
    }
    setLoading(undefined)
  }

  return (
    <>
      {value.length > LONG ? (
        <ScrollRegion class="long-value" label={`Value of ${name}`}>
          <code>{value}</code>
        </ScrollRegion>
      ) : (
        <code>{value}</code>
      )}
      {truncated && (
        <p class="cut">
          The first {value.length.toLocaleString()} characters.{' '}
          <button type="button" disabled={loading !== undefined} onClick={loadWhole}>
            Load the whole value
          </button>
        </p>
      )}
      {whole && !truncated && (
        <p class="cut" role="status">
          The whole value, {value.length.toLocaleString()} characters.
        </p>
      )}
      {problem !== undefined && (
        <p class="notice notice-error" role="alert">
          The value could not be loaded: {problem}
        </p>
      )}
    </>
  )
}
