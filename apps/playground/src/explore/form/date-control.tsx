import type { ComponentChildren, VNode } from 'preact'
import { useRef } from 'preact/hooks'

interface Props {
  readonly label: string
  /** Gets the date as the APIs write it. */
  onPick(text: string): void
  /** The field for the text: a date may carry a comparison or a rounding, which no calendar knows. */
  readonly children: ComponentChildren
}

/** A date as text, and the browser's own calendar to pick one. */
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
