import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { apis } from '../apis.ts'
import { type AccessCheck, checkAccess } from './check-access.ts'
import type { Connection } from './connection.ts'

interface Props {
  readonly connection: Connection
}

/** Each API with its address, and on request whether it answers. */
export function OpenedApis({ connection }: Props): VNode {
  const [checks, setChecks] = useState<ReadonlyMap<string, AccessCheck>>()
  const [running, setRunning] = useState<AbortController>()
  useEffect(() => setChecks(undefined), [connection])
  useEffect(() => () => running?.abort(), [running])

  async function check(): Promise<void> {
    const controller = new AbortController()
    setRunning(controller)
    const found = await Promise.all(
      [...connection.accesses.values()].map(
        async (access) => [access.api.name, await checkAccess(access, controller.signal)] as const,
      ),
    )
    if (controller.signal.aborted) return
    setChecks(new Map(found))
    setRunning(undefined)
  }

  return (
    <section aria-labelledby="opened-apis">
      <h2 id="opened-apis">
        Connected {connection.mode === 'proxy' ? 'through the proxy' : 'to the embedded Camunda'}
      </h2>
      <table class="facts" aria-live="polite">
        <tbody>
          {apis.map(({ name, title, credentials }) => {
            const access = connection.accesses.get(name)
            const found = checks?.get(name)
            return (
              <tr key={name}>
                <th scope="row">{title}</th>
                <td>
                  {access ? <code>{access.baseUrl}</code> : `needs credentials of a client of the ${credentials}`}
                </td>
                <td class={found && (found.isOpen ? 'good' : 'bad')}>
                  {found && `${found.isOpen ? '✓' : '✗'} ${found.text}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <button type="button" disabled={running !== undefined} onClick={check}>
        {running ? 'Checking …' : 'Check'}
      </button>
    </section>
  )
}
