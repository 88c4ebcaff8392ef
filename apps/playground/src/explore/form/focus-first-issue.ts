/** Focuses the first invalid field of a form, and opens the groups around it. */
export function focusFirstIssue(form: Element | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
  for (let group = field?.closest('details'); group; group = group.parentElement?.closest('details')) {
    group.open = true
  }
  field?.focus()
}
