/** Returns the ids along the first cycle in a graph, or undefined if the graph has no cycle. */
export function findCycle(
  ids: readonly string[],
  next: (id: string) => readonly string[],
): readonly string[] | undefined {
  const done = new Set<string>()
  const path: string[] = []

  for (const id of ids) {
    const cycle = visit(id)
    if (cycle) return cycle
  }
  return undefined

  function visit(id: string): readonly string[] | undefined {
    if (path.includes(id)) return path.slice(path.indexOf(id))
    if (done.has(id)) return undefined
    path.push(id)
    for (const other of next(id)) {
      const cycle = visit(other)
      if (cycle) return cycle
    }
    path.pop()
    done.add(id)
    return undefined
  }
}
