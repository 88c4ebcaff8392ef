import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { apis } from '../apis.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { type AccessCheck, checkAccess } from './check-access.ts'
import type { Connection } from './connection.ts'

/**
 * Each API with its address, the check and its result. The embedded Camunda is checked on request, other clusters at
 * once.
 */
export function ApiChecks({ connection }: { readonly connection: Connection }): VNode {
  const [checks, setChecks] = useState<ReadonlyMap<string, AccessCheck | 'running'>>(new Map())
  const [round, setRound] = useState(connection.kind === 'cluster' ? 1 : 0)
  useEffect(() => {
    if (round === 0) return undefined
    const { signal, ...controller } = abortable()
    setChecks(new Map([...connection.accesses.keys()].map((name) => [name, 'running'])))
    for (const access of connection.accesses.values()) {
      void checkAccess(access, signal).then((check) => {
        if (!signal.aborted) setChecks((former) => new Map(former).set(access.api.name, check))
      })
    }
    return controller.abort
  }, [connection, round])
  const isRunning = [...checks.values()].includes('running')
  return (
    <section aria-labelledby="api-checks">
      <h2 id="api-checks">APIs</h2>
      <ScrollRegion class="records" label="APIs">
        <table aria-live="polite">
          <thead>
            <tr>
              <th scope="col">API</th>
              <th scope="col">Address</th>
              <th scope="col">Request</th>
              <th scope="col">Response</th>
            </tr>
          </thead>
          <tbody>
            {apis.map(({ name, title, credentials }) => {
              const access = connection.accesses.get(name)
              return (
                <tr key={name}>
                  <th scope="row">{title}</th>
                  {access ? (
                    <>
                      <td class="address">{access.baseUrl}</td>
                      <Check check={checks.get(name)} />
                    </>
                  ) : (
                    <td colSpan={3} class="quiet">
                      Not in these credentials: it needs an API client of the {credentials}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <button type="button" disabled={isRunning} onClick={() => setRound(round + 1)}>
        {isRunning ? 'Checking …' : 'Check all APIs'}
      </button>
    </section>
  )
}

function Check({ check }: { readonly check: AccessCheck | 'running' | undefined }): VNode {
  if (check === undefined)
    return (
      <td colSpan={2} class="quiet">
        Not checked yet
      </td>
    )
  if (check === 'running') return <td colSpan={2}>Checking …</td>
  const { works, tried, cameBack, advice } = check
  return (
    <>
      <td class="address">{tried}</td>
      <td class={works ? 'good' : 'bad'}>
        <span class="nowrap">
          {works ? '✓' : '✗'} {cameBack}
        </span>{' '}
        {advice}
      </td>
    </>
  )
}

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
