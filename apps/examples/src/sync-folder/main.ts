import process from 'node:process'
import { readArguments, usage } from './arguments.ts'
import { connect } from './connect.ts'
import { errorLine, type GitHubVariables, writeSummary } from './github.ts'
import { writeReport } from './report.ts'
import { syncFolder } from './sync-folder.ts'

/** Runs the job and returns its exit code. */
async function main(args: readonly string[], variables: GitHubVariables & NodeJS.ProcessEnv): Promise<number> {
  const { help, ...options } = readArguments(args)
  if (help) {
    console.log(usage)
    return 0
  }
  const versionName = options.versionName ?? nameVersion(variables)
  const result = await syncFolder({ ...options, versionName, modeler: connect(variables) })
  console.log(writeReport(result))
  await writeSummary(result, variables)
  const { length } = result.failures
  if (length === 0) return 0
  console.error(errorLine(`${length} ${length === 1 ? 'file' : 'files'} not synced, see the log`, variables))
  return 1
}

/** Prefers the commit to the date. */
function nameVersion({ GITHUB_SHA }: GitHubVariables): string {
  return GITHUB_SHA ? `Commit ${GITHUB_SHA.slice(0, 12)}` : new Date().toISOString()
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env)
} catch (error) {
  // The message says what to fix, so the stack is not needed.
  console.error(errorLine(error instanceof Error ? error.message : String(error), process.env))
  process.exitCode = 2
}
