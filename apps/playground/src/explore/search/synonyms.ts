/** Words that people use for what has another name in the APIs. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  abort: ['cancel'],
  add: ['create', 'assign'],
  bpmn: ['xml'],
  bug: ['incident'],
  change: ['update', 'modify'],
  diagram: ['xml', 'files'],
  dmn: ['decision'],
  download: ['xml', 'csv', 'content', 'export'],
  error: ['incident'],
  export: ['csv', 'export'],
  fix: ['resolve', 'modify'],
  history: ['elementInstances', 'audit'],
  jar: ['deployments'],
  move: ['update', 'modify'],
  new: ['create'],
  password: ['secret', 'credentials'],
  people: ['members', 'users'],
  problem: ['incident'],
  remove: ['delete', 'unassign'],
  rename: ['update'],
  retry: ['retries', 'resolve'],
  run: ['create', 'processInstances'],
  show: ['get', 'search'],
  start: ['create'],
  stop: ['cancel'],
  todo: ['userTasks', 'tasks'],
  token: ['clients'],
  upload: ['create', 'deployments'],
  user: ['users', 'members'],
  users: ['users', 'members'],
  worker: ['jobs'],
}

/** Returns the other meanings of a word. */
export function synonymsOf(word: string): readonly string[] {
  const key = word.toLowerCase()
  return Object.hasOwn(SYNONYMS, key) ? (SYNONYMS[key] as readonly string[]) : []
}
