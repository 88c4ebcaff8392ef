import type { Api } from '../apis.ts'

/** What stands above the table of an API's operations; the table itself is filled in where TypeDoc can make links. */
export function operationsPage({ title, packageName, operations, prefix }: Api): string {
  const below = prefix ? `, which adds \`${prefix}\` to it` : ''
  return `# Operations of ${title}

The ${operations.length} operations of \`${packageName}\`, as its \`operations\` table has them. Paths are below the \`baseUrl\` of the client${below}. Where no permission stands, Camunda's documentation names none.
`
}
