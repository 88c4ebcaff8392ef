import type { VNode } from 'preact'
import { href } from '../routing/route.ts'
import { connection, hasProxy, startProblem, useCluster, useSample } from './state.ts'

/** Shows in words and color what the page is connected to, and switches connections. */
export function ConnectionBar(): VNode {
  const current = connection.value
  if (startProblem.value !== undefined) {
    return (
      <section class="connection-bar connection-failed" aria-label="Connection">
        <strong>Not connected</strong>
        <a href={href(['connect'])}>Connect</a>
      </section>
    )
  }
  if (!current) {
    return (
      <section class="connection-bar" aria-label="Connection" aria-busy="true">
        <strong>Connecting …</strong>
      </section>
    )
  }
  if (current.kind === 'sample') {
    return (
      <section class="connection-bar connection-sample" aria-label="Connection">
        <strong>Sample data</strong>
        <span class="connection-about">An embedded Camunda in this browser. You can’t break anything.</span>
        {hasProxy ? (
          <button type="button" onClick={() => void useCluster()}>
            Use your cluster
          </button>
        ) : (
          <a href={href(['connect'])}>Connect your Camunda</a>
        )}
      </section>
    )
  }
  const isReadOnly = current.readOnly !== undefined
  return (
    <section
      class={`connection-bar ${isReadOnly ? 'connection-read-only' : 'connection-writable'}`}
      aria-label="Connection"
    >
      <strong>
        Your cluster: {current.name}, {isReadOnly ? 'read-only' : 'changes allowed'}
      </strong>
      {isReadOnly && <span class="connection-about">{current.readOnly}</span>}
      <button type="button" onClick={() => void useSample()}>
        Use sample data
      </button>
    </section>
  )
}
