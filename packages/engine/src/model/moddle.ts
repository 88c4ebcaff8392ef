import { BpmnModdle } from 'bpmn-moddle'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { createParseCache } from '../parse-cache.ts'

/** An element as bpmn-moddle parses it, with the properties that the engine reads. */
export interface ModdleElement {
  readonly $type: string
  readonly $parent?: ModdleElement
  /** Whether the element is of this type or a subtype. Elements of unknown types lack it. */
  readonly $instanceOf?: (type: string) => boolean
  readonly id?: string
  readonly name?: string
  readonly extensionElements?: { readonly values?: readonly ModdleElement[] }
  // Containers
  readonly rootElements?: readonly ModdleElement[]
  readonly flowElements?: readonly ModdleElement[]
  readonly isExecutable?: boolean
  readonly artifacts?: readonly ModdleElement[]
  readonly triggeredByEvent?: boolean
  // Sequence flows and nodes
  readonly sourceRef?: ModdleElement
  readonly targetRef?: ModdleElement
  readonly default?: ModdleElement
  readonly conditionExpression?: ModdleElement
  readonly loopCharacteristics?: ModdleElement
  // Events
  readonly isForCompensation?: boolean
  readonly activityRef?: ModdleElement
  readonly condition?: ModdleElement
  readonly variableNames?: string
  readonly variableEvents?: string
  readonly attachedToRef?: ModdleElement
  readonly cancelActivity?: boolean
  readonly isInterrupting?: boolean
  readonly eventDefinitions?: readonly ModdleElement[]
  readonly messageRef?: ModdleElement
  readonly signalRef?: ModdleElement
  readonly errorRef?: ModdleElement
  readonly escalationRef?: ModdleElement
  readonly errorCode?: string
  readonly escalationCode?: string
  readonly timeDate?: ModdleElement
  readonly timeDuration?: ModdleElement
  readonly timeCycle?: ModdleElement
  readonly body?: string
  // Camunda's extensions
  readonly type?: string
  readonly retries?: string
  readonly key?: string
  readonly value?: string
  readonly values?: readonly ModdleElement[]
  readonly source?: string
  readonly target?: string
  readonly inputParameters?: readonly ModdleElement[]
  readonly outputParameters?: readonly ModdleElement[]
  readonly correlationKey?: string
  readonly priority?: string
  readonly listeners?: readonly ModdleElement[]
  readonly eventType?: string
  readonly headers?: ModdleElement
  readonly processId?: string
  readonly propagateAllParentVariables?: boolean
  readonly propagateAllChildVariables?: boolean
  readonly businessId?: string
  readonly cancelRemainingInstances?: boolean
  readonly activeElementsCollection?: string
  readonly documentation?: readonly { readonly text?: string }[]
  readonly properties?: readonly ModdleElement[]
  readonly isSequential?: boolean
  readonly completionCondition?: ModdleElement
  readonly inputCollection?: string
  readonly inputElement?: string
  readonly outputCollection?: string
  readonly outputElement?: string
  readonly resourceId?: string
  readonly resourceType?: string
  readonly linkName?: string
  readonly bindingType?: string
  readonly versionTag?: string
  readonly decisionId?: string
  readonly resultVariable?: string
  readonly expression?: string
  readonly assignee?: string
  readonly candidateGroups?: string
  readonly candidateUsers?: string
  readonly dueDate?: string
  readonly followUpDate?: string
  readonly formKey?: string
  readonly formId?: string
  readonly externalReference?: string
}

export interface ModdleWarning {
  readonly message: string
  /** Set for a reference to an element that does not exist. */
  readonly element?: ModdleElement
  readonly property?: string
  readonly value?: string
}

export interface ModdleResult {
  readonly rootElement: ModdleElement
  readonly warnings: readonly ModdleWarning[]
}

interface Reader {
  fromXML(xml: string): Promise<ModdleResult>
}

// Some toolchains do not find the package's types.
const BpmnReader = BpmnModdle as unknown as new (extensions: object) => Reader
let reader: Reader | undefined

/** Parses BPMN XML with Camunda's extensions. Rejects if it is not XML or its root is not `definitions`. */
export const parseBpmn: (xml: string) => Promise<ModdleResult> = createParseCache(async (xml) => {
  reader ??= new BpmnReader({ zeebe })
  return reader.fromXML(xml)
})

/** Returns the first extension element of a type, such as `zeebe:TaskDefinition`. */
export function extension(element: ModdleElement, type: string): ModdleElement | undefined {
  return element.extensionElements?.values?.find((value) => value.$type === type)
}
