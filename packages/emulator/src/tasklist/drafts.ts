/** Draft values of variables, by task id and variable name. The process does not see them. */
export interface Drafts {
  of(taskId: string): ReadonlyMap<string, string>
  /** By the id of its task and its name. */
  get(id: string): { readonly name: string; readonly value: string } | undefined
  /** Replaces the existing drafts. */
  replace(taskId: string, values: ReadonlyMap<string, string>): void
}

export function createDrafts(): Drafts {
  const byTask = new Map<string, ReadonlyMap<string, string>>()
  const of = (taskId: string): ReadonlyMap<string, string> => byTask.get(taskId) ?? new Map()
  return {
    of,
    get: (id) => {
      const [, taskId = '', name = ''] = /^(\d+)-(.+)$/s.exec(id) ?? []
      const value = of(taskId).get(name)
      return value === undefined ? undefined : { name, value }
    },
    replace: (taskId, values) => void byTask.set(taskId, values),
  }
}
