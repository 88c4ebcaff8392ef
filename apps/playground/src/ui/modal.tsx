import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  /** Its accessible name. */
  readonly label: string
  readonly class?: string | undefined
  readonly children: ComponentChildren
  /** Called when it closes: by Escape, by a click outside, or because it is no longer rendered. */
  onClose(): void
}

/** A modal dialog, open as long as it is rendered. Afterwards, focus returns to where it was. */
export function Modal({ label, class: name, children, onClose }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click outside; by keyboard, Escape closes it
    <dialog
      ref={dialog}
      class={name}
      aria-label={label}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      {children}
    </dialog>
  )
}
