import type { VNode } from 'preact'
import { messageOf } from '../message-of.ts'
import { ApiChecks } from './api-checks.tsx'
import { CredentialsSection } from './credentials-section.tsx'
import { connection, hasProxy, startProblem, useCluster, useSample } from './state.ts'

/** What the page is connected to, what each API responds, and what a credentials file is for. */
export function ConnectView(): VNode {
  const current = connection.value
  return (
    <div class="connect">
      <h1>Connect</h1>
      <ul class="modes">
        <li class={current?.kind === 'sample' ? 'mode mode-chosen' : 'mode'}>
          <h2>Sample data</h2>
          <p>
            An embedded Camunda with an engine runs in this browser, shared by all tabs. Nothing leaves the browser.
          </p>
          <Choose isChosen={current?.kind === 'sample'} label="Use sample data" onChoose={useSample} />
        </li>
        <li class={current?.kind === 'cluster' ? 'mode mode-chosen' : 'mode'}>
          <h2>Your Camunda, through a local proxy</h2>
          {hasProxy ? (
            <p>The proxy beside this page keeps the secret and the tokens; the browser never sees them.</p>
          ) : (
            <p>
              Camunda rejects calls from web pages, and a web page must not hold a secret. This command starts a proxy
              and opens this page connected to your cluster: <code>npm start -- --credentials FILE</code>
            </p>
          )}
          {hasProxy && <Choose isChosen={current?.kind === 'cluster'} label="Use your cluster" onChoose={useCluster} />}
        </li>
      </ul>
      {startProblem.value !== undefined && (
        <p class="notice notice-error" role="alert">
          Not connected. {messageOf(startProblem.value)}
        </p>
      )}
      {current && <ApiChecks connection={current} />}
      <CredentialsSection />
    </div>
  )
}

interface ChooseProps {
  readonly isChosen: boolean
  readonly label: string
  onChoose(): Promise<void>
}

function Choose({ isChosen, label, onChoose }: ChooseProps): VNode {
  return (
    <p>
      <button type="button" class="primary" disabled={isChosen} onClick={() => void onChoose()}>
        {isChosen ? 'Connected' : label}
      </button>
    </p>
  )
}
