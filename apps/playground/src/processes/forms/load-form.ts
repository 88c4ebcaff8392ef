import type { Cluster } from '../../connection/connection.ts'
import { isSince } from '../since.ts'
import { type Feel, loadFeel } from './feel.ts'
import { type FormModel, readForm } from './form-model.ts'

/** A displayable form. */
export interface Form {
  readonly model: FormModel
  /** Evaluates its expressions; undefined if it has none. */
  readonly feel: Feel | undefined
}

/** The first minor version that returns forms. */
const FIRST_MINOR = 8

/** Loads the form of a user task; undefined if it has none, or if the cluster does not return forms. */
export async function loadTaskForm(cluster: Cluster, taskKey: string, signal: AbortSignal): Promise<Form | undefined> {
  if (!(await isSince(cluster, FIRST_MINOR))) return undefined
  return open((await cluster.orchestration.userTasks.getForm(taskKey, { signal }))?.schema)
}

/** Loads the start form of a process; undefined as for a user task. */
export async function loadStartForm(
  cluster: Cluster,
  processDefinitionKey: string,
  signal: AbortSignal,
): Promise<Form | undefined> {
  if (!(await isSince(cluster, FIRST_MINOR))) return undefined
  return open((await cluster.orchestration.processDefinitions.getStartForm(processDefinitionKey, { signal }))?.schema)
}

async function open(schema: string | undefined): Promise<Form | undefined> {
  if (schema === undefined) return undefined
  const model = readForm(schema)
  return { model, feel: model.hasExpressions ? await loadFeel() : undefined }
}
