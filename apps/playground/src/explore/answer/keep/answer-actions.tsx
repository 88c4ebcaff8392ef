import type { VNode } from 'preact'
import type { Call } from '../../../calls/call.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { listOf } from '../value/list-of.ts'
import { toCsv } from './csv.ts'
import { download, fileName } from './download.ts'
import { jsonText } from './json-text.ts'
import { textKind } from './text-kind.ts'

interface Props {
  readonly call: Call
  /** The displayed value: the response, or the items of all pages. */
  readonly value: unknown
}

/** Buttons to copy or download a response. */
export function AnswerActions({ call: { api, operation, startedAt, exchanges }, value }: Props): VNode {
  const save = (extension: string, type: string, text: string): void =>
    download(fileName(api, operation.id, startedAt, extension), type, text)
  const list = listOf(value)
  if (typeof value === 'string') {
    const contentType = exchanges.at(-1)?.responseHeaders.find(([name]) => name === 'content-type')?.[1]
    const { extension, type } = textKind(value, contentType)
    return (
      <div class="actions">
        <CopyButton label="Copy" text={() => value} />
        <button type="button" onClick={() => save(extension, type, value)}>
          Download {extension === 'txt' ? 'text' : extension.toUpperCase()}
        </button>
      </div>
    )
  }
  return (
    <div class="actions">
      <CopyButton label="Copy JSON" text={() => jsonText(value)} />
      <button type="button" onClick={() => save('json', 'application/json', jsonText(value))}>
        Download JSON
      </button>
      {list && list.items.length > 0 && (
        <button type="button" onClick={() => save('csv', 'text/csv', toCsv(list.items))}>
          Download CSV
        </button>
      )}
    </div>
  )
}
