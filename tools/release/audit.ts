// `node tools/release/audit.ts`: known vulnerabilities of the packages in the lockfile, by `pnpm audit`. Fails for any
// in dependencies of published packages, and for those of high or critical severity in development dependencies. If the
// registry does not respond, a line is printed, so that tests do not depend on an external service; with `--required`,
// in a separate CI job, it is a failure.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { repository } from './workspace.ts'

interface Advisory {
  readonly module_name: string
  readonly vulnerable_versions: string
  readonly severity: string
  readonly title: string
  readonly url: string
  readonly findings: readonly { readonly dev: boolean; readonly paths: readonly string[] }[]
}

const { values } = parseArgs({ options: { required: { type: 'boolean' }, registry: { type: 'string' } } })
const { stdout, stderr } = spawnSync(
  'pnpm',
  // Without a second attempt, for which pnpm waits a minute.
  ['audit', '--json', '--config.fetch-retries=0', ...(values.registry ? ['--registry', values.registry] : [])],
  { cwd: repository, encoding: 'utf8', maxBuffer: 64 << 20, shell: process.platform === 'win32' },
)

const advisories = readAdvisories(stdout)
if (advisories === undefined) {
  console.error(
    `pnpm audit: no response${values.required ? '' : ', so vulnerabilities were not checked'}.\n${stderr.slice(stderr.indexOf('Error')).trim()}`,
  )
  process.exitCode = values.required ? 1 : 0
} else {
  const serious = advisories.filter((advisory) => isShipped(advisory) || /^(high|critical)$/.test(advisory.severity))
  for (const { module_name: name, vulnerable_versions: versions, severity, title, url } of serious) {
    console.error(`${name} ${versions}: ${severity}: ${title} (${url})`)
  }
  console.log(`pnpm audit: ${advisories.length} advisories, ${serious.length} of them require action`)
  process.exitCode = serious.length > 0 ? 1 : 0
}

function readAdvisories(json: string): readonly Advisory[] | undefined {
  try {
    const { advisories } = JSON.parse(json) as { advisories: Record<string, Advisory> }
    return Object.values(advisories)
  } catch {
    return undefined
  }
}

/** Whether a published package depends on it, other than for tests. */
function isShipped({ findings }: Advisory): boolean {
  return findings.some(({ dev, paths }) => !dev && paths.some((path) => path.startsWith('packages__')))
}
