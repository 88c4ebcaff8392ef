import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  /** What it is called for those who do not see it. */
  readonly label: string
  readonly class?: string | undefined
  readonly children: ComponentChildren
  /** Called when it closes: by Escape, by a press beside it, or because it is no longer shown. */
  onClose(): void
}

/** A dialog before everything else, open for as long as it is rendered. Focus goes back to where it was. */
export function Modal({ label, class: name, children, onClose }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside it; by keyboard Escape closes it
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
