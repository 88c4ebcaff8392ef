/** Brings the keyboard to the first wrong field of a form, opening what it is hidden in. */
export function focusFirstIssue(form: Element | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
  for (let group = field?.closest('details'); group; group = group.parentElement?.closest('details')) {
    group.open = true
  }
  field?.focus()
}
