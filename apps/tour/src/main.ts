// The first thing that a newcomer runs: a credentials file, one token per audience, and API calls.
import { resolve } from 'node:path'
import process from 'node:process'
import { memoryStorage } from '@x/auth/storage/memory'
import { UsageError } from '../../../tools/read-options.ts'
import { readArguments, usage } from './arguments.ts'
import { startEmbeddedCamunda } from './embedded.ts'
import { makeMistakes } from './mistakes.ts'
import { servePlaygroundUntilInterrupted } from './playground.ts'
import { heading, mistakeLine, rowLine } from './print.ts'
import { readCredentialFiles } from './read-files.ts'
import { describeError, Recorder } from './recorder.ts'
import { walk } from './walk.ts'
import { workOnProcess } from './work.ts'

// Workspace scripts run in the workspace's folder, but file names are relative to the user's folder.
const callerFolder = process.env.CALLER_FOLDER ?? process.cwd()

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2))
  if (options.help) {
    console.log(usage)
    return 0
  }
  const say = options.json ? () => {} : console.log
  const started = performance.now()
  const embedded = options.credentials.length === 0 ? await startEmbeddedCamunda() : undefined
  try {
    const files = embedded?.files ?? options.credentials.map((file) => resolve(callerFolder, file))
    const credentials = await readCredentialFiles(files)
    say(heading(embedded ? `Embedded Camunda at ${embedded.origin}` : 'Camunda 8'))
    for (const file of files) say(`  credentials from ${file}`)
    for (const { variable, problem } of credentials.warnings) say(`  note: ${variable} ${problem}`)

    say(heading('Calls'))
    const storage = memoryStorage()
    const recorder = new Recorder((row) => say(rowLine(row)))
    const { calls: walked, tokenRequests } = await walk(credentials, recorder, storage)
    // `walk` is read-only, so it also runs against your own Camunda. This is not.
    if (embedded && credentials.cluster) say(heading('A process and a worker'))
    const worked = embedded && credentials.cluster ? await workOnProcess(credentials.cluster, recorder, storage) : 0
    const calls = walked + worked
    const counted = embedded?.tokenRequests() ?? tokenRequests
    const seconds = (performance.now() - started) / 1000
    say(heading(`${calls} calls, ${counted} tokens, ${seconds.toFixed(1)} s`))

    const mistakes = embedded && credentials.cluster ? await makeMistakes(credentials.cluster, storage) : []
    if (mistakes.length > 0) say(heading('Common mistakes'))
    for (const mistake of mistakes) say(mistakeLine(mistake))

    if (!options.once && !options.json) {
      const { port, allowWrites } = options
      // The playground has its own sample data; it connects only to the Camunda of your credentials file.
      const yours = embedded ? {} : { credentials, storage, allowWrites }
      await servePlaygroundUntilInterrupted({ port, ...yours }, say)
    }
    const failed = recorder.rows.filter((row) => row.failed).length
    if (options.json)
      console.log(JSON.stringify({ calls, tokenRequests: counted, seconds, rows: recorder.rows, mistakes }, null, 2))
    if (calls === 0) say('No API was called: these credentials work for neither Console nor Operate.')
    return failed === 0 && calls > 0 ? 0 : 1
  } finally {
    await embedded?.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof UsageError ? error.message : describeError(error))
  process.exitCode = 1
}
