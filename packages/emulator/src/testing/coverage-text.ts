import type { CoveredElement, ProcessCoverage } from './coverage.ts'

/** Writes the report as text: the total, then each process with what did not run. */
export function coverageText(processes: readonly ProcessCoverage[]): string {
  const covered = processes.flatMap((one) => one.covered).length
  const total = covered + processes.flatMap((one) => one.missing).length
  const whole = `Process coverage: ${percent(total === 0 ? 1 : covered / total)} (${covered} of ${total} elements and flows)`
  return [whole, ...processes.flatMap(processLines)].join('\n')
}

function processLines({
  processDefinitionId,
  resourceName,
  instances,
  covered,
  missing,
  ratio,
}: ProcessCoverage): string[] {
  const isFlow = ({ kind }: CoveredElement): boolean => kind === 'sequenceFlow'
  const part = (what: string, matches: (element: CoveredElement) => boolean): string => {
    const ran = covered.filter(matches).length
    return `${ran} of ${ran + missing.filter(matches).length} ${what}`
  }
  const parts = [part('elements', (element) => !isFlow(element)), part('flows', isFlow), `${instances} instances`]
  const ids = (what: string, matches: (element: CoveredElement) => boolean): string[] => {
    const found = missing.filter(matches).map(({ id }) => id)
    return found.length === 0 ? [] : [`  ${what}: ${found.join(', ')}`]
  }
  return [
    `${processDefinitionId} (${resourceName}): ${percent(ratio)}, ${parts.join(', ')}`,
    ...ids('did not run', (element) => !isFlow(element)),
    ...ids('not taken', isFlow),
  ]
}

/** Rounded down, so that 100% always means everything. */
const percent = (ratio: number): string => `${Math.floor(ratio * 100)}%`
