import type { Operation } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ApiAccess } from '../calls/api-access.ts'
import type { CallInput } from '../calls/call.ts'
import { ErrorView } from '../explore/answer/error/error-view.tsx'
import { download } from '../explore/answer/keep/download.ts'
import { jsonText } from '../explore/answer/keep/json-text.ts'
import { canLoadAll } from '../explore/answer/paging/load-all.ts'
import { Choice } from '../ui/choice.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Code } from './code.tsx'
import { curlSnippet } from './curl.ts'
import { placeholderNotes } from './placeholders.ts'
import { chooseRuntime, chosenRuntime } from './remembered-runtime.ts'
import { type RuntimeName, runtimes } from './runtimes.ts'
import { createSnippet, type SnippetRequest } from './snippets.ts'
import { type WireRequest, wireRequest } from './wire-request.ts'

interface Props {
  readonly access: ApiAccess
  readonly operation: Operation
  readonly input: CallInput
}

/** A call as code for a runtime of your choice. Behind a proxy, too, the code is for the service itself. */
export function TakeHomeView({ access, operation, input }: Props): VNode {
  const runtime = chosenRuntime.value
  const [allPages, setAllPages] = useState(false)
  const offersAll = canLoadAll(operation) && runtime !== 'curl'
  const code = useCode(runtime, { api: access.api, operation, input, allPages: offersAll && allPages })
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
        {typeof code === 'string' && (
          <div class="actions">
            <CopyButton label="Copy code" text={() => code} />
            <button type="button" onClick={() => download(file, 'text/plain', code)}>
              Download {file}
            </button>
          </div>
        )}
      </div>
      {typeof code === 'string' && <Code code={code} language={runtime === 'curl' ? 'shell' : 'script'} />}
      {code instanceof Error && <ErrorView error={code} />}
    </section>
  )
}

/** The code, undefined until it is first available, and the error if the client rejects the input. */
function useCode(runtime: RuntimeName, request: SnippetRequest & Pick<ApiAccess, 'api'>): string | Error | undefined {
  const { api, operation, input } = request
  const [wire, setWire] = useState<WireRequest | Error>()
  useEffect(() => {
    if (runtime !== 'curl') return
    let isCurrent = true
    wireRequest(api, operation, input)
      .catch((error: Error) => error)
      .then((made) => isCurrent && setWire(made))
    return () => {
      isCurrent = false
    }
  }, [runtime, api, operation, jsonText(input)])
  if (runtime !== 'curl') return createSnippet(runtime, request)
  return wire && !(wire instanceof Error) ? curlSnippet(api, wire, placeholderNotes(operation, input)) : wire
}
