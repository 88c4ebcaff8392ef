// A page for each resource of each API, with a card for each of its operations.
import type { Operation } from '@x/rest/shapes'
import { readDescriptions } from '../../../apps/playground/build/descriptions.ts'
import type { Group, Page, Section } from '../page.ts'
import { type Api, apis, deprecationOfAll, deprecationText, packageOf, wireOf } from './apis.ts'
import { card, pageOf } from './card.ts'
import { readDeclaredTypes } from './declared-types.ts'
import { clientVariable } from './example.ts'

export async function operationsSection(): Promise<Section> {
  return {
    title: 'Operations',
    summary: 'Every operation of every API with its fields, permission, versions, errors and an example.',
    folder: 'operations',
    shows: [],
    groups: await Promise.all(apis.map(toGroup)),
  }
}

async function toGroup(api: Api): Promise<Group> {
  const words = { descriptions: readDescriptions(api.name), types: readDeclaredTypes(api.name) }
  const resources = byResource(api)
  const pages = [...resources].map(async ([resource, operations]): Promise<Page> => {
    const [first] = operations
    const page = first ? pageOf(first) : resource
    const cards = operations.map(async (one) => `<div class="operation">\n\n${await card(api, one, words)}\n\n</div>`)
    return {
      title: resource,
      address: `operations/${api.name}/${page}`,
      markdown: `${head(api, resource, page)}\n\n${(await Promise.all(cards)).join('\n\n')}\n`,
    }
  })
  return { title: api.title, pages: [overview(api, resources), ...(await Promise.all(pages))] }
}

function byResource({ operations }: Api): ReadonlyMap<string, Api['operations']> {
  const resourceOf = ({ id }: Operation): string => id.split('.')[0] ?? ''
  const resources = new Set(operations.map(resourceOf))
  return new Map([...resources].map((resource) => [resource, operations.filter((one) => resourceOf(one) === resource)]))
}

function head(api: Api, resource: string, page: string): string {
  const deprecated = deprecationOfAll(api)
  return [
    `# ${resource}`,
    `${api.title}: the methods of \`${clientVariable(api)}.${resource}\`, from \`${packageOf(api)}\`. Types are in the [reference](../../reference/${api.name}/${page}.md).`,
    ...(deprecated ? [deprecationText(deprecated, '**Deprecated**')] : []),
  ].join('\n\n')
}

/** All operations of an API in short. */
function overview(api: Api, resources: ReadonlyMap<string, Api['operations']>): Page {
  const deprecated = deprecationOfAll(api)
  const { versionPath } = api
  const below = versionPath ? ` Paths are below the \`baseUrl\` of the client, which adds \`${versionPath}\`.` : ''
  const lists = [...resources].map(([resource, operations]) => {
    const lines = operations.map((one) => {
      const link = `[\`${one.id}\`](./${pageOf(one)}.md#${one.id.toLowerCase().replaceAll('.', '')})`
      return `- ${link} \`${wireOf(api, one)}\`: ${one.summary}`
    })
    return `## ${resource}\n\n${lines.join('\n')}`
  })
  const { length } = api.operations
  return {
    title: 'Overview',
    address: `operations/${api.name}/index`,
    markdown: `# ${api.title} operations

The ${length} operations of \`${packageOf(api)}\`, on a client that the examples call \`${clientVariable(api)}\`.${below} Where a card has no Permission, Camunda documents none.
${deprecated ? `\n${deprecationText(deprecated, '**Deprecated**')}\n` : ''}
${lists.join('\n\n')}
`,
  }
}
