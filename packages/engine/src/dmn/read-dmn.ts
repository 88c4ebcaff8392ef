import type { FeelEnvironment } from '../feel/environment.ts'
import { findCycle } from './find-cycle.ts'
import {
  type ModdleDecision,
  type ModdleDefinitions,
  type ModdleElement,
  type ModdleKnowledgeModel,
  type ModdleReference,
  type ParsedDmn,
  parseDmn,
} from './moddle.ts'
import { type DmnProblem, Problems } from './problems.ts'
import { LogicReader, readParameters } from './read-logic.ts'
import type { Decision, KnowledgeModel, NamedElement, RequirementsGraph } from './requirements-graph.ts'

export type DmnReading =
  | { readonly graph: RequirementsGraph; readonly problems: readonly [] }
  | { readonly graph: undefined; readonly problems: readonly [DmnProblem, ...DmnProblem[]] }

/**
 * Reads a DMN file of version 1.1 to 1.5 and compiles its expressions. Everything that Camunda rejects at deployment is
 * a problem, and all problems are returned together. As in Camunda, a requirement that refers to nothing in the file is
 * ignored.
 */
export async function readDmn(xml: string, environment: FeelEnvironment): Promise<DmnReading> {
  const parsed = await parseDmn(xml)
  const problems = new Problems(xml)
  if ('summary' in parsed) problems.addAt(parsed.line, `Failed to parse DMN: ${parsed.summary}`)
  const graph = 'summary' in parsed ? undefined : readParsed(parsed, problems, environment)
  const [first, ...others] = problems.list
  return first || !graph ? { graph: undefined, problems: [first as DmnProblem, ...others] } : { graph, problems: [] }
}

function readParsed(
  { definitions, unread }: ParsedDmn,
  problems: Problems,
  environment: FeelEnvironment,
): RequirementsGraph {
  for (const { line, message } of unread) problems.addAt(line, `Failed to parse DMN: ${message}`)
  return readGraph(definitions, problems, environment)
}

function readGraph(
  definitions: ModdleDefinitions,
  problems: Problems,
  environment: FeelEnvironment,
): RequirementsGraph {
  const elements = definitions.drgElement ?? []
  const models = ofType<ModdleKnowledgeModel>(elements, 'dmn:BusinessKnowledgeModel')
  const reader = new LogicReader(problems, environment, namesOfRequired(elements, models))
  const knowledgeModels = byId(models.map((model) => readKnowledgeModel(model, reader)))
  const decisions = byId(
    ofType<ModdleDecision>(elements, 'dmn:Decision').map((decision) => readDecision(decision, reader)),
  )
  if (definitions.id === undefined) problems.add(definitions, 'The definitions must have an id')
  checkCycles(elements, decisions, knowledgeModels, problems)
  return {
    id: definitions.id ?? '',
    name: definitions.name ?? '',
    namespace: definitions.namespace ?? '',
    decisions,
    knowledgeModels,
    inputs: ofType(elements, 'dmn:InputData').map(named),
    knowledgeSources: ofType(elements, 'dmn:KnowledgeSource').map(named),
  }
}

/** The names that an invocation may call: those that some element requires, since Camunda reads no other models. */
function namesOfRequired(
  elements: readonly ModdleElement[],
  models: readonly ModdleKnowledgeModel[],
): ReadonlySet<string> {
  const required = new Set((elements as readonly ModdleDecision[]).flatMap(readRequiredKnowledge))
  return new Set(models.filter(({ id }) => required.has(id ?? '')).map(({ name }) => name ?? ''))
}

function ofType<T extends ModdleElement>(elements: readonly ModdleElement[], type: string): T[] {
  return elements.filter(({ $type }) => $type === type) as T[]
}

function byId<T extends NamedElement>(elements: readonly T[]): ReadonlyMap<string, T> {
  return new Map(elements.map((element) => [element.id, element]))
}

function named({ id = '', name = '' }: ModdleElement): NamedElement {
  return { id, name }
}

function readDecision(decision: ModdleDecision, reader: LogicReader): Decision {
  const { id = '', name = '', variable, informationRequirement = [] } = decision
  if (id === '') reader.problems.add(decision, `The decision '${name}' must have an id`)
  return {
    id,
    name,
    resultName: variable?.name ?? id,
    resultType: variable?.typeRef,
    versionTag: decision.extensionElements?.values?.find(({ $type }) => $type === 'zeebe:versionTag')?.value,
    logic: reader.read(decision, decision.decisionLogic),
    requiredDecisions: references(informationRequirement.map(({ requiredDecision }) => requiredDecision)),
    requiredInputs: references(informationRequirement.map(({ requiredInput }) => requiredInput)),
    requiredKnowledge: readRequiredKnowledge(decision),
  }
}

function readKnowledgeModel(model: ModdleKnowledgeModel, reader: LogicReader): KnowledgeModel {
  const { id = '', name = '', encapsulatedLogic } = model
  return {
    id,
    name,
    parameters: readParameters(encapsulatedLogic),
    logic: encapsulatedLogic && reader.read(model, encapsulatedLogic.body),
    requiredKnowledge: readRequiredKnowledge(model),
  }
}

function readRequiredKnowledge({
  knowledgeRequirement = [],
}: ModdleDecision | ModdleKnowledgeModel): readonly string[] {
  return references(knowledgeRequirement.map(({ requiredKnowledge }) => requiredKnowledge))
}

function references(list: readonly (ModdleReference | undefined)[]): readonly string[] {
  return list.flatMap((reference) => (reference?.href === undefined ? [] : [reference.href.replace(/^.*#/, '')]))
}

function checkCycles(
  elements: readonly ModdleElement[],
  decisions: ReadonlyMap<string, Decision>,
  knowledgeModels: ReadonlyMap<string, KnowledgeModel>,
  problems: Problems,
): void {
  const inDecisions = findCycle([...decisions.keys()], (id) => decisions.get(id)?.requiredDecisions ?? [])
  const inModels = findCycle([...knowledgeModels.keys()], (id) => knowledgeModels.get(id)?.requiredKnowledge ?? [])
  for (const [what, cycle] of [['decisions', inDecisions] as const, ['BKMs', inModels] as const]) {
    if (!cycle) continue
    const element = elements.find(({ id }) => id === cycle[0])
    problems.add(element, `Invalid DMN model: Cyclic dependencies between ${what} detected: ${cycle.join(', ')}`)
  }
}
