import type { VNode } from 'preact'
import { saveFile } from '../keep/download.ts'
import { sizeText } from '../quantity.ts'

/** A file response: its description and a download. It is never interpreted. */
export function FileAnswer({ file }: { readonly file: File }): VNode {
  const name = file.name || 'response.bin'
  return (
    <div class="answer-bar">
      <span>
        {file.type || 'bytes'}, {sizeText(file.size)}
      </span>
      <button type="button" onClick={() => saveFile(name, file)}>
        Download {name}
      </button>
    </div>
  )
}
