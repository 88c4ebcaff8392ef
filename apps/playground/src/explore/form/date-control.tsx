import type { ComponentChildren, VNode } from 'preact'
import { useRef } from 'preact/hooks'

interface Props {
  readonly label: string
  /** Receives the date in the format of the APIs. */
  onPick(text: string): void
  /** The text field: a date may include a comparison or a rounding, which no calendar supports. */
  readonly children: ComponentChildren
}

/** A date as text, with the browser's calendar to pick one. */
export function DateControl({ label, onPick, children }: Props): VNode {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div class="date-control">
      {children}
      {'showPicker' in HTMLInputElement.prototype && (
        <button type="button" aria-label={`Pick ${label}`} onClick={() => picker.current?.showPicker()}>
          Pick
        </button>
      )}
      <input
        ref={picker}
        class="visually-hidden"
        type="datetime-local"
        tabIndex={-1}
        aria-hidden="true"
        onInput={({ currentTarget: { value } }) => value && onPick(new Date(value).toISOString().replace('.000Z', 'Z'))}
      />
    </div>
  )
}
