const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Arrow keys, Home and End move the focus between the filter, the group headings and the links of a list. */
export function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = STEPS[event.key]
  const isTyping = event.target instanceof HTMLInputElement
  if (!step || event.ctrlKey || event.metaKey || event.altKey || (isTyping && event.key !== 'ArrowDown')) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, summary, a')].filter(isShown)
  const at = stops.indexOf(event.target as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  stops[step(at, stops.length)]?.focus()
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
