import type { OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { TableFrame } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { formatTotal } from '../words.ts'
import { FindInstance } from './find-instance.tsx'
import { type Counts, loadCounts, loadProcesses, loadStarted, type ProcessVersions } from './load-overview.ts'
import { ProcessRow } from './process-row.tsx'
import { StartedChart } from './started-chart.tsx'

interface Props {
  readonly operate: OperateClient
}

/** All processes with what runs and what is stuck, and how many instances were started lately. */
export function OverviewPage({ operate }: Props): VNode {
  useTitle('Processes')
  const counts = useRefreshed((signal) => loadCounts(operate, undefined, signal), [operate])
  const started = useRefreshed((signal) => loadStarted(operate, signal), [operate])
  const processes = useRefreshed((signal) => loadProcesses(operate, signal), [operate])
  return (
    <>
      <div class="title-row">
        <h1>Processes</h1>
        <FindInstance />
      </div>
      <div class="overview">
        <div class="card figures">
          <RefreshedPart what="The counts" of={counts}>
            {(value) => <Figures counts={value} />}
          </RefreshedPart>
        </div>
        <div class="card chart">
          <RefreshedPart what="The instances" of={started}>
            {({ items, isCut }) => <StartedChart instances={items} isCut={isCut} />}
          </RefreshedPart>
        </div>
      </div>
      <RefreshedPart what="The processes" of={processes}>
        {({ items, isCut }) => (
          <>
            <ProcessTable operate={operate} processes={items} />
            {isCut && <p class="quiet">There are more process definitions than are looked at here.</p>}
          </>
        )}
      </RefreshedPart>
    </>
  )
}

function Figures({ counts: { active, incidents } }: { readonly counts: Counts }): VNode {
  return (
    <>
      <dl>
        <div>
          <dt>Active instances</dt>
          <dd>{formatTotal(active)}</dd>
        </div>
        <div class={incidents > 0 ? 'figure-bad' : undefined}>
          <dt>Open incidents</dt>
          <dd>{formatTotal(incidents)}</dd>
        </div>
      </dl>
      <p class="quiet">In all versions of all processes.</p>
    </>
  )
}

/** Each row costs two requests, so a large cluster's rows come in portions. */
const PORTION = 50

function ProcessTable({ operate, processes }: Props & { readonly processes: readonly ProcessVersions[] }): VNode {
  const [shown, setShown] = useState(PORTION)
  if (processes.length === 0) return <p class="notice">No process is deployed on this cluster yet.</p>
  return (
    <>
      <TableFrame
        label="Process definitions"
        columns={['Process', { figures: 'Active' }, { figures: 'Incidents' }, 'Version']}
      >
        {processes.slice(0, shown).map((process) => (
          <ProcessRow key={`${process.tenantId} ${process.bpmnProcessId}`} operate={operate} process={process} />
        ))}
      </TableFrame>
      {shown < processes.length && (
        <button type="button" onClick={() => setShown(shown + PORTION)}>
          Show more of {processes.length.toLocaleString()}
        </button>
      )}
    </>
  )
}
