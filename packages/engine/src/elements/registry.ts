import type { ElementType } from '../model/process-model.ts'
import { adHocInnerInstance, adHocSubProcess } from './ad-hoc-sub-process.ts'
import { boundaryEvent } from './boundary-event.ts'
import { businessRuleTask } from './business-rule-task.ts'
import { callActivity } from './call-activity.ts'
import type { ElementKind } from './element-kind.ts'
import { endEvent } from './end-event.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { eventSubProcess } from './event-sub-process.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { intermediateCatchEvent } from './intermediate-catch-event.ts'
import { intermediateThrowEvent } from './intermediate-throw-event.ts'
import { manualTask, undefinedTask } from './manual-task.ts'
import { multiInstanceBody } from './multi-instance.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { process } from './process.ts'
import { receiveTask } from './receive-task.ts'
import { scriptTask } from './script-task.ts'
import { sendTask, serviceTask } from './service-task.ts'
import { startEvent } from './start-event.ts'
import { subProcess } from './sub-process.ts'
import { userTask } from './user-task.ts'

/** The elements that the engine runs, by their name in a BPMN file. All others are rejected at deployment. */
export const elementReaders: Readonly<Record<string, ElementKind>> = {
  'bpmn:BusinessRuleTask': businessRuleTask,
  'bpmn:AdHocSubProcess': adHocSubProcess,
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:CallActivity': callActivity,
  'bpmn:EndEvent': endEvent,
  'bpmn:EventBasedGateway': eventBasedGateway,
  'bpmn:ExclusiveGateway': exclusiveGateway,
  'bpmn:InclusiveGateway': inclusiveGateway,
  'bpmn:IntermediateCatchEvent': intermediateCatchEvent,
  'bpmn:IntermediateThrowEvent': intermediateThrowEvent,
  'bpmn:ManualTask': manualTask,
  'bpmn:ParallelGateway': parallelGateway,
  'bpmn:ScriptTask': scriptTask,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:SendTask': sendTask,
  'bpmn:ServiceTask': serviceTask,
  'bpmn:StartEvent': startEvent,
  'bpmn:SubProcess': subProcess,
  'bpmn:Task': undefinedTask,
  'bpmn:UserTask': userTask,
}

const kinds: readonly ElementKind[] = [
  ...Object.values(elementReaders),
  adHocInnerInstance,
  eventSubProcess,
  multiInstanceBody,
  process,
]

/** The same by type, plus the types that have no XML element. */
export const elementKinds: Readonly<Record<ElementType, ElementKind>> = Object.fromEntries(
  kinds.map((kind) => [kind.type, kind]),
) as Record<ElementType, ElementKind>
