import type { Operation } from '@x/rest'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { ApiAccess } from '../connection/connection.ts'
import { download } from '../explore/answer/download.ts'
import { ErrorView } from '../explore/answer/error-view.tsx'
import { canLoadAll } from '../explore/answer/load-all.ts'
import type { CallInput } from '../explore/call.ts'
import { Choice } from '../ui/choice.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import { Code } from './code.tsx'
import { curlSnippet } from './curl.ts'
import { chooseRuntime, chosenRuntime } from './remembered-runtime.ts'
import { type RuntimeName, runtimes } from './runtimes.ts'
import { createSnippet, type SnippetRequest } from './snippets.ts'
import { wireRequest } from './wire-request.ts'

interface Props {
  readonly access: ApiAccess
  readonly operation: Operation
  readonly input: CallInput
}

/** A call as code for the person's own runtime. Also behind a proxy it is code for the service itself. */
export function TakeHomeView({ access, operation, input }: Props): VNode {
  const runtime = chosenRuntime.value
  const [allPages, setAllPages] = useState(false)
  const hasAll = useLoaded(() => canLoadAll(access, operation), [access, operation])
  const offersAll = hasAll.state === 'ready' && hasAll.value && runtime !== 'curl'
  const request = { api: access.api, operation, input, allPages: offersAll && allPages }
  const code = useLoaded(() => codeFor(runtime, request), [runtime, access, operation, input, request.allPages])
  const { file } = runtimes.find(({ name }) => name === runtime) ?? { file: '' }
  return (
    <section class="take-home" aria-label="Code">
      <div class="take-home-bar">
        <Choice label="Runtime" choices={runtimes} chosen={runtime} onChoose={chooseRuntime} />
        {offersAll && (
          <label>
            <input
              type="checkbox"
              checked={allPages}
              onChange={({ currentTarget }) => setAllPages(currentTarget.checked)}
            />{' '}
            All pages
          </label>
        )}
        {code.state === 'ready' && (
          <>
            <CopyButton label="Copy code" text={() => code.value} />
            <button type="button" onClick={() => download(file, 'text/plain', code.value)}>
              Download {file}
            </button>
          </>
        )}
      </div>
      {code.state === 'ready' && <Code code={code.value} language={runtime === 'curl' ? 'shell' : 'script'} />}
      {code.state === 'failed' && <ErrorView error={code.error} />}
    </section>
  )
}

async function codeFor(runtime: RuntimeName, request: SnippetRequest & Pick<Props['access'], 'api'>): Promise<string> {
  if (runtime !== 'curl') return createSnippet(runtime, request)
  return curlSnippet(request.api, await wireRequest(request.api, request.operation, request.input))
}
