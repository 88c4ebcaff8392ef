import { iteratePages, RestError, type SearchAllOptions, ValidationError } from '@x/rest'
import type { FoundTask, TaskSearchAll, Tasks } from './api/tasks.ts'

/** The server's own default makes twice as many requests. */
const defaultSize = 100

/** Returns all tasks of a search: each page begins after the last task of the page before. */
export function searchAll(
  tasks: Pick<Tasks, 'search'>,
  body: TaskSearchAll = {},
  callOptions: SearchAllOptions = {},
): AsyncGenerator<FoundTask, void, undefined> {
  if (Object(body) !== body) {
    throw new ValidationError('tasks.search', 'body', [{ path: '', message: 'must be an object' }])
  }
  if (Object(callOptions) !== callOptions) throw new RestError('config_invalid', '`options` must be an object')
  const { limit = Number.POSITIVE_INFINITY, signal, waitFor, ...options } = callOptions
  if (!(limit >= 0) || (Number.isFinite(limit) && !Number.isInteger(limit))) {
    throw new RestError('request_invalid', '`limit` must be a whole number')
  }
  const pageSize = Math.min(body.pageSize ?? defaultSize, limit)
  // Only the first page is waited for, since the last one may be empty.
  let awaited = waitFor
  return iteratePages<FoundTask, readonly string[]>(
    async (searchAfter = body.searchAfter, pageSignal) => {
      const search = { ...body, pageSize, ...(searchAfter && { searchAfter }) }
      const items = await tasks.search(search, { ...options, signal: pageSignal, waitFor: awaited })
      awaited = undefined
      if (items.length < pageSize) return { items }
      return { items, next: nextMark(items, searchAfter) }
    },
    { limit, signal },
  )
}

/** Paging on without a mark, or with the same one again, would never end or leave tasks out. */
function nextMark(items: readonly FoundTask[], before: readonly string[] | undefined): readonly string[] {
  const index = items.length - 1
  const mark = items[index]?.sortValues
  const broken = (message: string): ValidationError =>
    new ValidationError('tasks.search', 'response', [{ path: `${index}.sortValues`, message }])
  // Also where no schema has looked at it.
  if (!mark?.length) throw broken('is missing from a page that is not the last')
  if (String(mark) === String(before)) throw broken('is that of the page before')
  return mark
}
