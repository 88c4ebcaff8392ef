import type { Expression } from '../feel/expression.ts'
import type { BindingModel } from '../model/activity-model.ts'
import type { Problems } from '../model/problems.ts'
import type { ElementModel, ProcessModel } from '../model/process-model.ts'
import type { DeploymentBinding } from './deployment.ts'

/** Reads which processes and decisions must be in the same deployment as a process, as far as the file names them. */
export function readBindings({ elements }: ProcessModel, problems: Problems): DeploymentBinding[] {
  return [...elements.values()].flatMap((element) => {
    const activity = element.loop === undefined ? element : (element.children[0] as ElementModel)
    const { id, job, calledElement, calledDecision, userTask } = activity
    const bound = (what: string, called?: Expression, binding?: BindingModel): DeploymentBinding[] => {
      if (binding?.type !== 'deployment' || called?.isStatic !== true) return []
      const message = `The deployment has no ${what} with the id '${called.text}', which the element is bound to.`
      return [{ what, id: called.text, problem: problems.describe(id, message) }]
    }
    return [
      ...bound('process', calledElement?.processId, calledElement?.binding),
      ...bound('decision', calledDecision?.decisionId, calledDecision?.binding),
      ...bound('form', userTask?.form?.formId, userTask?.form?.binding),
      ...(job?.linkedResources ?? []).flatMap(({ resourceId, binding }) => bound('resource', resourceId, binding)),
    ]
  })
}
