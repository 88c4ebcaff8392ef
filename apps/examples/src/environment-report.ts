import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { type Credentials, parseCredentials } from '@x/env'

/** Describes what a credentials file works for. It contains no secret, so you can log it. */
function writeEnvironmentReport({ deployment, cluster, organization, ...rest }: Credentials): string {
  const { scopes, warnings, other } = rest
  return [
    deployment === 'saas' ? 'Camunda 8 SaaS' : 'Camunda 8 Self-Managed',
    '',
    `Cluster client: ${cluster ? cluster.clientId : 'none. Create one in Console: cluster, tab API'}`,
    ...addresses({
      Zeebe: cluster?.restUrl ?? cluster?.zeebeGrpcAddress,
      Operate: cluster?.operateUrl,
      Tasklist: cluster?.tasklistUrl,
      Optimize: cluster?.optimizeUrl,
    }),
    ...(scopes.length > 0 ? [`  allowed: ${scopes.join(', ')}`] : []),
    '',
    `Organization client: ${organization ? organization.clientId : 'none. Create one in Console: Administration API'}`,
    ...addresses({ Console: organization?.consoleUrl, 'Web Modeler': organization?.modelerUrl }),
    '',
    `Tokens from ${(cluster ?? organization)?.tokenUrl}`,
    ...warnings.map(({ variable, problem, hint }) => `Warning: ${variable} ${problem}. ${hint}`),
    ...(Object.keys(other).length > 0 ? [`Not used: ${Object.keys(other).join(', ')}`] : []),
  ].join('\n')
}

function addresses(products: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(products).flatMap(([name, url]) => (url ? [`  ${name.padEnd(12)} ${url}`] : []))
}

// node environment-report.ts FILE
const [file = 'camunda.env'] = process.argv.slice(2)
try {
  console.log(writeEnvironmentReport(parseCredentials(await readFile(file, 'utf8'))))
} catch (error) {
  // Each line of a CredentialsError names a variable, the problem, and what to do.
  console.error((error as Error).message)
  process.exitCode = 1
}
