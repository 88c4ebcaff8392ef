import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apis } from './apis.ts'
import { check } from './check.ts'
import { DeriveError } from './derive-error.ts'
import { diff } from './diff.ts'
import { draft } from './draft.ts'
import { generate } from './generate.ts'
import { apiFolder } from './read-package.ts'

const usage = `Usage: pnpm derive <command>

  generate               Writes the generated files of all API packages.
  generate --check       Fails if a generated file is out of date.
  check [folder]         Compares our interfaces with Camunda's OpenAPI files, both ways.
                         The folder defaults to the environment variable CAMUNDA_SPECS.
  diff <file> <file>     Lists what is new, gone or different in the second of two OpenAPI files.
  draft <package> <file> [version]
                         Adds what an OpenAPI file has and the package lacks, without doc comments.
`

async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'generate') {
    const isCheck = args.includes('--check')
    const differing = generate({ check: isCheck })
    for (const path of differing) console.log(isCheck ? `${path} is not up to date. Run pnpm derive generate.` : path)
    return isCheck && differing.length > 0 ? 1 : 0
  }
  if (command === 'check') return runCheck(args[0] ?? process.env.CAMUNDA_SPECS)
  const [before, after] = args
  if (command === 'draft' && before && after) {
    return runDraft(before, after, args[2])
  }
  if (command === 'diff' && before && after) {
    for (const line of diff(before, after)) console.log(line)
    return 0
  }
  console.error(usage)
  return 1
}

/** Writes the drafts into the api folder of a package. Format them afterwards. */
function runDraft(packageName: string, openApi: string, since: string | undefined): number {
  const folder = apiFolder(packageName)
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  const { prefix, oldest } = apis[packageName] ?? {}
  for (const [name, text] of draft(texts, openApi, { prefix, oldest, since })) {
    writeFileSync(join(folder, name), text)
    console.log(join(folder, name))
  }
  return 0
}

async function runCheck(folder: string | undefined): Promise<number> {
  if (!folder || !existsSync(folder)) {
    console.log(
      `Skipped: ${folder ? `${folder} does not exist` : 'CAMUNDA_SPECS is not set'}, so nothing was compared.`,
    )
    return 0
  }
  let count = 0
  for (const [name, lines] of await check(folder)) {
    for (const line of lines) console.log(`${name}: ${line}`)
    console.log(`${name}: ${lines.length} differences`)
    count += lines.length
  }
  return count > 0 ? 1 : 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof DeriveError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
