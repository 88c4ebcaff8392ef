import { ApiError } from '@x/modeler'
import { placePath } from './place.ts'
import type { Step } from './plan.ts'
import { printable } from './printable.ts'
import type { SyncResult } from './sync-folder.ts'

/** Returns the text of the log: a summary, a line for each file that differs, and the failures. */
export function writeReport(result: SyncResult): string {
  const { project, steps, failures, versions, leftAlone } = result
  const shown = steps.filter(({ action }) => action !== 'none')
  const width = Math.max(0, ...shown.map((step) => pathOf(step).length))
  return [
    `${printable(project)}: ${summarize(result)}`,
    ...shown.map((step) => `  ${marks[step.action]} ${pathOf(step).padEnd(width)}  ${describeStep(step)}`),
    ...failures.map(({ step, error }) => `  ${pathOf(step)}: ${reasonOf(error)}`),
    ...(versions > 0 ? [`  ${versions} kept as a version`] : []),
    ...(leftAlone.length > 0 ? [`  ${leftAlone.length} left alone: ${printable(describeTypes(leftAlone))}`] : []),
  ].join('\n')
}

/** Such as `2 to create, 1 to delete, 5 unchanged`. */
export function summarize({ steps, done, failures, dryRun }: SyncResult): string {
  const failed = new Set(failures.map(({ step }) => step))
  const describe = (step: Step): string => {
    const [wish, past = wish] = words[step.action]
    if (failed.has(step)) return 'failed'
    if (dryRun || past === wish) return wish
    return done.includes(step) ? past : `not ${past}`
  }
  const counts = new Map<string, number>()
  for (const action of Object.keys(words)) {
    for (const word of steps.filter((step) => step.action === action).map(describe)) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ') || 'nothing on either side'
}

/** Returns the types of files that are left alone, each once. */
function describeTypes(types: readonly string[]): string {
  return [...new Set(types)].sort().join(', ')
}

/** Returns the reason of a failure, with the server's explanation. */
export function reasonOf(error: Error): string {
  const detail = error instanceof ApiError ? error.detail : undefined
  return printable(detail ? `${error.message}: ${detail}` : error.message)
}

/** Returns the location of a step, for printing. */
export function pathOf({ place }: Step): string {
  return printable(placePath(place))
}

/** Describes how much a step changes, or why it changes nothing. */
export function describeStep(step: Step): string {
  switch (step.action) {
    case 'create':
      return lines(step.added)
    case 'update':
      return `+${step.added} -${step.removed} lines`
    case 'delete':
      return lines(step.removed)
    case 'keep':
      return 'only in Web Modeler; --delete would delete it'
    case 'unclear':
      return 'exists more than once'
    case 'none':
      return ''
  }
}

const lines = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`

/** Marks before a line, as in a diff. */
export const marks: Readonly<Record<Step['action'], string>> = {
  create: '+',
  update: '~',
  delete: '-',
  unclear: '!',
  keep: '?',
  none: ' ',
}

/** The words for a step before and after, in the order of the summary. */
const words: Readonly<Record<Step['action'], readonly [wish: string, past?: string]>> = {
  create: ['to create', 'created'],
  update: ['to update', 'updated'],
  delete: ['to delete', 'deleted'],
  unclear: ['unclear'],
  keep: ['only in Web Modeler'],
  none: ['unchanged'],
}
