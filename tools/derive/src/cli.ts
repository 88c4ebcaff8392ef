import { DeriveError } from './derive-error.ts'
import { generate } from './generate.ts'

const usage = `Usage: pnpm derive <command>

  generate           Writes the generated files of all API packages.
  generate --check   Fails if a generated file differs from what its api file says.
`

function run([command, ...args]: readonly string[]): number {
  if (command === 'generate') {
    const check = args.includes('--check')
    const differing = generate({ check })
    for (const path of differing) console.log(check ? `${path} is not up to date. Run pnpm derive generate.` : path)
    return check && differing.length > 0 ? 1 : 0
  }
  console.error(usage)
  return 1
}

try {
  process.exitCode = run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof DeriveError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
