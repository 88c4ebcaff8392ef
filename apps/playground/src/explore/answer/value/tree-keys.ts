/**
 * Arrow keys as in other trees: up and down move between parts, right opens one, left closes it or moves to its parent.
 */
export function moveInTree(event: KeyboardEvent): void {
  const { target, currentTarget: tree, key } = event
  if (!(target instanceof HTMLElement) || !(tree instanceof HTMLElement) || target.tagName !== 'SUMMARY') return
  const part = target.parentElement as HTMLDetailsElement
  if (key === 'ArrowRight' && !part.open) part.open = true
  else if (key === 'ArrowLeft' && part.open) part.open = false
  else {
    const next = key === 'ArrowLeft' ? holder(part, tree) : neighbour(target, tree, key)
    if (!next) return
    next.focus()
  }
  event.preventDefault()
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowRight: 1 }

function neighbour(summary: HTMLElement, tree: HTMLElement, key: string): HTMLElement | undefined {
  const step = steps[key]
  if (step === undefined) return undefined
  const summaries = [...tree.querySelectorAll('summary')]
  return summaries[summaries.indexOf(summary) + step]
}

function holder(part: HTMLElement, tree: HTMLElement): HTMLElement | undefined {
  const outer = part.parentElement?.closest('details')
  return outer && tree.contains(outer) ? (outer.querySelector('summary') ?? undefined) : undefined
}
