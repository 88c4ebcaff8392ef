import { checkSearchAllOptions, iteratePages, refusePart, type SearchAllOptions } from '@x/rest'
import type { FoundTask, TaskSearchAll, Tasks } from './api/tasks.ts'

/** With the server's own default, there would be twice as many requests. */
const defaultSize = 100

/** Returns all tasks of a search: each page begins after the last task of the page before. */
export function searchAll(
  tasks: Pick<Tasks, 'search'>,
  body: TaskSearchAll = {},
  callOptions: SearchAllOptions = {},
): AsyncGenerator<FoundTask, void, undefined> {
  if (Object(body) !== body) refusePart('tasks.search', 'body', '', 'must be an object')
  checkSearchAllOptions(callOptions)
  const { limit = Number.POSITIVE_INFINITY, signal, waitFor, ...options } = callOptions
  const pageSize = Math.min(body.pageSize ?? defaultSize, limit)
  // Only the first page is waited for, since the last one may be empty.
  let awaited = waitFor
  const marks = new Set<string>()
  return iteratePages<FoundTask, readonly string[]>(
    async (searchAfter = body.searchAfter, pageSignal) => {
      const search = { ...body, pageSize, ...(searchAfter && { searchAfter }) }
      const items = await tasks.search(search, { ...options, signal: pageSignal, waitFor: awaited })
      awaited = undefined
      if (items.length < pageSize) return { items }
      return { items, next: nextMark(items, marks) }
    },
    { limit, signal },
  )
}

/**
 * Returns the mark of the next page. Continuing without a mark, or with an earlier one, would never end or leave out
 * tasks.
 */
function nextMark(items: readonly FoundTask[], marks: Set<string>): readonly string[] {
  const index = items.length - 1
  const mark = items[index]?.sortValues
  const refuse = (message: string): never => refusePart('tasks.search', 'response', `${index}.sortValues`, message)
  // Checked even without schemas.
  if (!mark?.length) return refuse('is missing from a page that is not the last')
  if (marks.has(String(mark))) refuse('is that of an earlier page')
  marks.add(String(mark))
  return mark
}
