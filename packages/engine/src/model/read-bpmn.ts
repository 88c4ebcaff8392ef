import { readParserMessage } from '../parser-message.ts'
import { reportEndlessLoops } from './endless-loops.ts'
import type { ModdleElement, ModdleResult, ModdleWarning } from './moddle.ts'
import { parseBpmn } from './moddle.ts'
import { Problems } from './problems.ts'
import type { ProcessModel } from './process-model.ts'
import { type ReadOptions, readProcess } from './read-process.ts'

export interface BpmnFile {
  /** The executable processes of the file. Other processes are documentation. */
  readonly processes: readonly ProcessModel[]
  readonly problems: Problems
}

/** Reads a BPMN file. If there are any `problems`, `processes` must not be run. */
export async function readBpmn(resourceName: string, xml: string, options: ReadOptions): Promise<BpmnFile> {
  const problems = new Problems(resourceName, xml)
  let parsed: ModdleResult
  try {
    parsed = await parseBpmn(xml)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const { summary, line } = readParserMessage(message, xml)
    problems.add(undefined, `The file is not BPMN: ${summary}`, line)
    return { processes: [], problems }
  }
  for (const warning of parsed.warnings) addWarning(warning, xml, problems)
  const executable = (parsed.rootElement.rootElements ?? []).filter(isExecutable)
  if (executable.length === 0) problems.add(undefined, 'The file has no process with isExecutable="true".')
  const processes = executable.map((process) => readProcess(process, options, problems))
  for (const process of processes) reportEndlessLoops(process, problems)
  return { processes, problems }
}

function isExecutable({ $type, isExecutable }: ModdleElement): boolean {
  return $type === 'bpmn:Process' && isExecutable === true
}

/** References of the diagram and of other namespaces may point to nothing; those of the process may not. */
function addWarning({ message, element, property, value }: ModdleWarning, xml: string, problems: Problems): void {
  if (element === undefined) addUnread(message, xml, problems)
  else if (element.$type.startsWith('bpmn:') && !element.$type.startsWith('bpmn:Text')) {
    problems.add(nearestId(element), `'${property?.replace('bpmn:', '')}' refers to '${value}', which does not exist.`)
  }
}

function nearestId(element: ModdleElement | undefined): string | undefined {
  return element === undefined ? undefined : (element.id ?? nearestId(element.$parent))
}

/** Reports what the parser skipped, because BPMN has no such element or its id is not unique. */
function addUnread(message: string, xml: string, problems: Problems): void {
  const { summary, line } = readParserMessage(message, xml)
  const [, duplicate] = /duplicate ID <(.+)>/.exec(summary) ?? []
  const [, tag] = /unparsable content <(.+)> detected: unknown type/.exec(summary) ?? []
  if (duplicate !== undefined) problems.add(duplicate, `The id '${duplicate}' is used more than once.`, line)
  else if (tag !== undefined) problems.add(idOfTag(xml, tag, line), `There is no element '${tag}' in BPMN.`, line)
  else problems.add(undefined, summary, line)
}

/** The id of the first element with this tag, starting at a line. */
function idOfTag(xml: string, tag: string, line = 1): string | undefined {
  const rest = xml
    .split('\n')
    .slice(line - 1)
    .join('\n')
  const [, attributes = ''] = rest.split(`<${tag}`, 2)
  return /^[^>]*?\sid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
}
