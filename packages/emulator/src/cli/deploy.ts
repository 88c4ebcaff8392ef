import { type DeployedResource, type Deployment, DeploymentError, type Engine } from '@x/engine'

/** Deploys files, all or none, and returns one line for each deployed item. @throws Error that lists all problems */
export async function deployFiles(engine: Engine, files: readonly DeployedResource[]): Promise<string[]> {
  try {
    return (await engine.deploy(files)).deployments.flatMap(describe)
  } catch (error) {
    if (!(error instanceof DeploymentError)) throw error
    throw new Error(`nothing was deployed:\n${error.message}`, { cause: error })
  }
}

function describe(item: Deployment['deployments'][number]): string[] {
  const { processDefinition: process, decisionDefinition: decision, form, resource } = item
  if (process) return [`process ${process.processDefinitionId} (${process.resourceName})`]
  if (decision) return [`decision ${decision.decisionDefinitionId}`]
  if (form) return [`form ${form.formId} (${form.resourceName})`]
  return resource ? [`resource ${resource.resourceId} (${resource.resourceName})`] : []
}
