import type { VNode } from 'preact'

interface Props<Name extends string> {
  readonly label: string
  readonly choices: readonly { readonly name: Name; readonly title: string }[]
  readonly chosen: Name
  onChoose(name: Name): void
}

/** A row of buttons, one of which is selected. */
export function Choice<Name extends string>({ label, choices, chosen, onChoose }: Props<Name>): VNode {
  return (
    <fieldset class="choice" aria-label={label}>
      {choices.map(({ name, title }) => (
        <button key={name} type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
          {title}
        </button>
      ))}
    </fieldset>
  )
}
