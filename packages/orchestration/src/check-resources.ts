import { ValidationError } from '@x/rest'

/** What a deployment may hold; from Camunda 8.10 on any other file is stored as a generic resource. */
const known = /\.(bpmn|dmn|form|rpa)$/i

/**
 * Checks the files of a deployment: the server takes the kind of a resource from the end of its name.
 *
 * @param version - Of the server, where it is known to be older than 8.10.
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkResources(operation: string, form: object, version: string | undefined): void {
  const { resources } = form as { readonly resources?: unknown }
  const refuse = (path: string, message: string): never => {
    throw new ValidationError(operation, 'form', [{ path, message }])
  }
  if (!Array.isArray(resources) || resources.length === 0) refuse('resources', 'must have at least one file')
  for (const [index, resource] of (resources as readonly Partial<File>[]).entries()) {
    const { name } = Object(resource) as Partial<File>
    if (!name || name === 'blob') {
      refuse(`resources.${index}`, 'needs a file name that says its kind: pass new File([text], "order.bpmn")')
    } else if (!/\.\w+$/.test(name)) refuse(`resources.${index}`, 'has a name without an extension such as .bpmn')
    else if (version && version !== '8.10' && !known.test(name)) {
      refuse(`resources.${index}`, 'is no .bpmn, .dmn, .form or .rpa file, which Camunda stores from 8.10 on')
    }
  }
}
