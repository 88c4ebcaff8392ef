import { extension } from '../model/moddle.ts'
import { readJob } from '../model/read-job.ts'
import { requireExpression } from '../model/require-expression.ts'
import { evaluate } from '../run/evaluate.ts'
import { complete } from '../run/lifecycle.ts'
import type { ElementKind } from './element-kind.ts'
import { activateJobWorkerElement } from './job-worker-element.ts'

/** Evaluates a FEEL expression, or has a job worker run a script. */
export const scriptTask: ElementKind = {
  type: 'SCRIPT_TASK',
  read(draft, source, reading) {
    const script = extension(source, 'zeebe:Script')
    draft.job = readJob(source, reading)
    if ((script === undefined) === (draft.job === undefined)) {
      reading.problems.add(draft.id, 'The task needs either a script or a task definition.')
    }
    if (script === undefined) return
    const { expression = '', resultVariable = '' } = script
    if (resultVariable.trim() === '') reading.problems.add(draft.id, 'The script needs a result variable.')
    draft.script = { expression: requireExpression(source, expression, 'script', reading), resultVariable }
  },
  activate(runtime, instance) {
    const { script } = instance.element
    if (script === undefined) activateJobWorkerElement(runtime, instance)
    else complete(runtime, instance, { [script.resultVariable]: evaluate(script.expression, instance) })
  },
}
