import { type Api, deprecationOfAll, packageOf } from '../apis.ts'

/** What stands above the table of an API's operations; the table itself is filled in where TypeDoc can make links. */
export function operationsPage(api: Api): string {
  const { title, operations, versionPath } = api
  const below = versionPath ? ` Paths are below the \`baseUrl\` of the client, which adds \`${versionPath}\`.` : ''
  const deprecated = deprecationOfAll(api)
  return `# ${title} operations

The ${operations.length} operations of \`${packageOf(api)}\`.${below} An empty Permission means Camunda documents none.
${deprecated ? `\n**Deprecated:** ${deprecated}\n` : ''}`
}
