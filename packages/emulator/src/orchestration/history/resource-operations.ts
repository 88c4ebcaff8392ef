import type { Engine } from '@x/engine'
import { parseExact } from '../../exact-json.ts'
import { Problem } from '../../problem.ts'
import { text } from '../../responses.ts'
import type { Handlers } from '../handler.ts'
import { searchableOf } from './collections.ts'
import { byLatest } from './latest.ts'
import { createReading } from './reading.ts'

const XML = { 'content-type': 'text/xml;charset=UTF-8' }

/** Deployed decisions, forms and other files. */
export function resourceOperations(read: () => Engine): Handlers {
  const { gets, searches } = createReading(read)
  return {
    'decisionDefinitions.get': gets('Decision Definition', (engine, key) => engine.decisionDefinitions.get(key)),
    'decisionDefinitions.getXml': gets('Decision Definition', ({ decisionDefinitions, decisionRequirements }, key) => {
      const definition = decisionDefinitions.get(key)
      const requirements = definition && decisionRequirements.get(definition.decisionRequirementsKey)
      return requirements && text(200, requirements.xml, XML)
    }),
    'decisionDefinitions.search': searches(({ decisionDefinitions }) =>
      searchableOf(decisionDefinitions, ({ decisionDefinitionKey }) => decisionDefinitionKey, {
        conditions: {
          isLatestVersion: byLatest(
            () => decisionDefinitions,
            ({ decisionDefinitionId }) => decisionDefinitionId,
          ),
        },
      }),
    ),
    'decisionRequirements.get': gets('Decision Requirements', (engine, key) => engine.decisionRequirements.get(key)),
    'decisionRequirements.getXml': gets('Decision Requirements', ({ decisionRequirements }, key) => {
      const requirements = decisionRequirements.get(key)
      return requirements && text(200, requirements.xml, XML)
    }),
    'decisionRequirements.search': searches(({ decisionRequirements }) =>
      searchableOf(decisionRequirements, ({ decisionRequirementsKey }) => decisionRequirementsKey),
    ),
    'forms.get': gets('Form', (engine, key) => engine.forms.get(key)),
    'resources.get': gets('Resource', (engine, key) => engine.resources.get(key)),
    'resources.getContent': gets('Resource', ({ resources }, key) => {
      const resource = resources.get(key)
      return resource && parseScript(resource.content)
    }),
    'resources.getContentBinary': gets('Resource', ({ resources }, key) => {
      const resource = resources.get(key)
      return resource && new Response(resource.content, { headers: { 'content-type': 'application/octet-stream' } })
    }),
    'resources.search': searches(({ resources }) => searchableOf(resources, ({ resourceKey }) => resourceKey)),
  }
}

/** Returns an RPA script, which is JSON. */
function parseScript(content: string): object {
  try {
    return Object(parseExact(content))
  } catch {
    throw new Problem(406, 'Acceptable representations: [application/octet-stream].')
  }
}
