import type { Engine } from '@x/engine'
import { type CoverageData, collect, merge, type ProcessRun } from './coverage-data.ts'
import { coverageText } from './coverage-text.ts'
import { drawDiagram } from './draw-diagram.ts'
import { type DiagramElement, readDiagram } from './read-diagram.ts'

/** The coverage of one process. */
export interface ProcessCoverage {
  readonly processDefinitionId: string
  readonly resourceName: string
  /** How many instances were started. */
  readonly instances: number
  /** Elements and sequence flows that ran, in the order of the file. */
  readonly covered: readonly CoveredElement[]
  /** Elements and sequence flows that did not run. */
  readonly missing: readonly CoveredElement[]
  /** The share of them that ran, from 0 to 1. */
  readonly ratio: number
}

/** An element, or a sequence flow. */
export interface CoveredElement {
  readonly id: string
  /** Its element name in the BPMN schema, such as `serviceTask` or `sequenceFlow`. */
  readonly kind: string
  /** Empty if it has none. */
  readonly name: string
}

/**
 * Which parts of the deployed processes ran in a test run. An element ran if it was activated. The sample processes of
 * an emulator count, too: disable them with `operate: { processInstances: 0 }`.
 */
export interface Coverage {
  /**
   * Adds what has run so far in an emulator's first cluster, or in an engine. Adding the same one again replaces what
   * it added before. The emulator's `reset()` creates a new engine, so add it before. The result of `toJSON()` adds
   * what another coverage collected.
   *
   * @example
   * coverage.add(emulator) // after each test
   */
  add(source: { readonly engine: Engine } | CoverageData): void
  /** Returns the coverage of each process, in the order in which the processes were added. */
  processes(): ProcessCoverage[]
  /** Returns a report: the total, then each process with the ids of what did not run. */
  toText(): string
  /**
   * Returns the diagram of a process as SVG: what ran is green, what did not is gray and dashed. Each shape has a
   * tooltip.
   *
   * @throws TypeError if no such process was added, or its file has no diagram
   */
  toSvg(processDefinitionId: string): string
  /** Returns what was collected, to `add` it to another coverage. */
  toJSON(): CoverageData
}

/**
 * Creates a coverage to which each test adds its emulator.
 *
 * @example
 * import { createCoverage } from '@x/emulator/testing'
 *
 * const coverage = createCoverage()
 * coverage.add(emulator)
 * console.log(coverage.toText())
 * const svg = coverage.toSvg('order')
 */
export function createCoverage(): Coverage {
  const parts: CoverageData[] = []
  const positions = new WeakMap<Engine, number>()
  const runs = (): ProcessRun[] => merge(parts.flatMap(({ processes }) => processes))
  const processes = (): ProcessCoverage[] => runs().map(coverageOf)
  return {
    add(source) {
      if (!('engine' in source)) return void parts.push(source)
      const { engine } = source
      const position = positions.get(engine) ?? parts.length
      positions.set(engine, position)
      parts[position] = collect(engine)
    },
    processes,
    toText: () => coverageText(processes()),
    toSvg(processDefinitionId) {
      const all = runs()
      const ofProcess = all.filter((run) => run.processDefinitionId === processDefinitionId)
      const run = ofProcess.at(-1)
      if (run === undefined) {
        const known = all.map((other) => other.processDefinitionId).join(', ') || 'none'
        throw new TypeError(`The coverage has no process ${processDefinitionId}. It has: ${known}.`)
      }
      // A file may contain several processes in one diagram.
      const ran = Object.assign({}, ...all.filter(({ xml }) => xml === run.xml).map((other) => other.ran))
      const svg = drawDiagram(readDiagram(run.xml), ran)
      if (svg === undefined)
        throw new TypeError(`${run.resourceName} has no diagram: it says nothing about its layout.`)
      return svg
    },
    toJSON: () => ({ processes: runs() }),
  }
}

function coverageOf({ processDefinitionId, resourceName, xml, instances, ran }: ProcessRun): ProcessCoverage {
  const elements = readDiagram(xml).runnable.get(processDefinitionId) ?? []
  const summary = ({ id, kind, name }: DiagramElement): CoveredElement => ({ id, kind, name })
  const covered = elements.filter(({ id }) => Object.hasOwn(ran, id)).map(summary)
  const missing = elements.filter(({ id }) => !Object.hasOwn(ran, id)).map(summary)
  const ratio = elements.length === 0 ? 1 : covered.length / elements.length
  return { processDefinitionId, resourceName, instances, covered, missing, ratio }
}
