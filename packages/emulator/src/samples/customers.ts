import { DAY, HOUR, type ProcessModel } from './bpmn/model.ts'
import type { Stage } from './stage.ts'

/** The probabilities that an instance is canceled, and that it starts without a variable it needs. */
const CANCELED = 0.04
const FORGETFUL = 0.08

/** Starts an instance of a process. Customers sometimes cancel it. */
export function startInstance(stage: Stage, model: ProcessModel): void {
  const { engine, random, after } = stage
  const variables = { ...model.variables(random) }
  if (model.forgets !== undefined && random.chance(FORGETFUL)) delete variables[model.forgets]
  const start = model.nodes.find(({ kind }) => kind === 'startEvent')?.trigger
  const { processInstanceKey } =
    start && 'message' in start
      ? engine.correlateMessage({ name: start.message, variables })
      : engine.createInstance({ processDefinitionId: model.id, variables })
  if (!random.chance(CANCELED)) return
  after(random.skewed(HOUR, 10 * DAY), () => {
    if (engine.processInstances.get(processInstanceKey)?.state === 'ACTIVE') engine.cancelInstance(processInstanceKey)
  })
}
