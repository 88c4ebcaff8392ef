import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { connection, embeddedCamunda } from '../../connection/state.ts'
import { messageOf } from '../../message-of.ts'
import { refresh } from '../refreshes.ts'

/**
 * Resolves an incident of the embedded Camunda, where nobody else does. In a real one operators do that in Camunda's user
 * interface: the API has no operation for it.
 */
export function ResolveButton({ incidentKey }: { readonly incidentKey: string }): VNode | null {
  const [problem, setProblem] = useState<string>()
  const access = connection.value?.accesses.get('operate')
  if (connection.value?.mode !== 'embedded' || !access) return null
  const clusterId = new URL(access.baseUrl).pathname.split('/').findLast(Boolean) ?? ''

  async function resolve(): Promise<void> {
    try {
      await (await embeddedCamunda()).ask('resolveIncident', clusterId, incidentKey)
      refresh()
    } catch (error) {
      setProblem(messageOf(error))
    }
  }

  return (
    <>
      <button type="button" title="As an operator does in Camunda" onClick={resolve}>
        Resolve
      </button>
      {problem !== undefined && <span role="alert">{problem}</span>}
    </>
  )
}
