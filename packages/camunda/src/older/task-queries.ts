import type { ReadOptions, SearchAllOptions } from '@x/rest'
import type { FoundTask, Task, TasklistClient, TaskSearch, TaskSearchAll } from '@x/tasklist'
import type { Version } from '../cluster/version.ts'
import type { UserTask } from '../resources/user-tasks.ts'
import type { ServedPage } from '../served.ts'
import { readItem } from './item.ts'
import { writeCursor } from './page.ts'
import { writeQueries } from './query.ts'
import { convertAll, readOlder } from './read.ts'
import { userTasks } from './tables/user-tasks.ts'

/** Loads Tasklist's client. A search that Tasklist does not support is rejected before that. */
type Load = () => Promise<TasklistClient>

const convert = (task: object): UserTask => readItem(userTasks, task)

/** Searches with Tasklist. */
export async function searchTasks(
  load: Load,
  body: object,
  version: Version | undefined,
  options: ReadOptions<ServedPage<UserTask>> | undefined,
): Promise<ServedPage<UserTask>> {
  const [query = {}]: readonly TaskSearch[] = writeQueries(userTasks, body, version)
  const { tasks } = await load()
  return readOlder<readonly FoundTask[], ServedPage<UserTask>>(
    (rest) => tasks.search(query, rest),
    (found) => toPage(found, query),
    options,
  )
}

/** Iterates with Tasklist. */
export async function searchAllTasks(
  load: Load,
  body: object,
  version: Version | undefined,
  options: SearchAllOptions | undefined,
): Promise<AsyncIterable<UserTask>> {
  const [query = {}]: readonly TaskSearchAll[] = writeQueries(userTasks, body, version)
  const { tasks } = await load()
  return convertAll(tasks.searchAll(query, options), convert)
}

/** Gets a task of Tasklist. */
export function getTask(
  { tasks }: TasklistClient,
  key: string,
  options: ReadOptions<UserTask> | undefined,
): Promise<UserTask> {
  return readOlder<Task, UserTask>((rest) => tasks.get(key, rest), convert, options)
}

/**
 * Converts a page of Tasklist, which does not count: the total is that of the page, and exact only if there are no
 * others.
 */
function toPage(found: readonly FoundTask[], query: TaskSearch): ServedPage<UserTask> {
  const isAll = !query.searchAfter && !query.searchBefore && found.length < (query.pageSize ?? 0)
  return {
    items: found.map(convert),
    total: found.length,
    totalIsExact: isAll,
    startCursor: writeCursor(userTasks, found[0]?.sortValues),
    endCursor: writeCursor(userTasks, found.at(-1)?.sortValues),
    served: 'tasklist',
  }
}
