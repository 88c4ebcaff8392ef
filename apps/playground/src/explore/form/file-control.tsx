import type { VNode } from 'preact'
import type { ControlProps } from './control.tsx'

/** Selects a file, which stays in this tab until the request is sent. */
export function FileControl({ value, attributes, onChange }: ControlProps): VNode {
  return (
    <span class="file-control">
      <input type="file" {...attributes} onChange={({ currentTarget }) => onChange(currentTarget.files?.[0])} />
      {value instanceof File && <span class="quiet">{value.name}</span>}
    </span>
  )
}
