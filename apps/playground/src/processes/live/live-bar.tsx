import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { Clock } from './clock.tsx'
import { Deploy } from './deploy.tsx'
import { tabWorkers } from './tab-worker.ts'
import { WorkerPanel } from './worker-panel.tsx'

/** The controls for deploying files, working on jobs and advancing the clock. */
export function LiveBar({ cluster }: { readonly cluster: Cluster }): VNode {
  const [isOpen, setOpen] = useState(false)
  const count = tabWorkers.value.size
  return (
    <section class="live-bar" aria-label="Live">
      <div class="live-tools">
        <Deploy cluster={cluster} />
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Worker {count > 0 && <span class="good">● {count} running</span>}
        </button>
        <Clock />
      </div>
      {isOpen && <WorkerPanel cluster={cluster} />}
    </section>
  )
}
