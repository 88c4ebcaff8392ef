// An example of each operation: values that pass its checks, written as a program would.

import type { Operation } from '@x/rest/shapes'
import { argumentsOf } from '../../../apps/playground/src/calls/call.ts'
import { exampleInput } from '../../../apps/playground/src/explore/example/example-input.ts'
import { literal } from '../../../apps/playground/src/take-home/literal.ts'
import { withPlaceholders } from '../../../apps/playground/src/take-home/placeholders.ts'
import type { Api } from './apis.ts'

/** The call, on the client that {@link clientVariable} names. */
export async function exampleCall(api: Api, operation: Operation): Promise<string> {
  const input = withPlaceholders(operation, await exampleInput(operation)).given
  const needsFile = operation.takes?.includes('form') ?? false
  const prefix = operation.returns === 'none' ? 'await ' : `const ${resultName(operation)} = await `
  let text = `${prefix}${clientVariable(api)}.${operation.id}(`
  const given = argumentsOf(operation, input).filter((one) => one !== undefined)
  for (const [index, one] of given.entries()) text += `${index > 0 ? ', ' : ''}${literal(one, '', text.length)}`
  return `${needsFile ? `const content = '<bpmn/>'\n` : ''}${text})`
}

export const clientVariable = ({ name }: Api): string => (name === 'console' ? 'administration' : name)

function resultName({ returns, paging, id }: Operation): string {
  if (returns === 'text') return /xml/i.test(id) ? 'xml' : 'text'
  if (returns === 'bytes') return 'file'
  return paging ? 'page' : 'result'
}
