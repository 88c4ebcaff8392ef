import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { appFolder, type Entry, isForeign, peersFolder } from '../catalog.ts'
import { consumers } from './consumers.ts'

/** What the compiler loads for a consumer of a client, compared with an empty file. */
export interface TypeLoad {
  readonly types: number
  readonly instantiations: number
  /** The compiler's own total time, in seconds. */
  readonly seconds: number
}

export interface TypeEffort {
  /** How many times each program is compiled. */
  readonly rounds: number
  /** Maximum number of consumers. @defaultValue all */
  readonly programs?: number | undefined
}

const rootModules = new URL('../../node_modules/', appFolder)
const compiler = fileURLToPath(new URL('typescript/bin/tsc6', rootModules))
// With Node's types, which the declarations of some peers need, so that they do not count for any.
const compilerOptions = [
  ...['--ignoreConfig', '--noEmit', '--extendedDiagnostics', '--strict', '--skipLibCheck', 'false'],
  ...['--target', 'es2023', '--module', 'nodenext', '--types', 'node'],
  ...['--typeRoots', fileURLToPath(new URL('@types', rootModules))],
]

/**
 * Compiles a consumer of each client and an empty file in turn (consumers of peers once, since they take long), and
 * returns the difference to the empty file by consumer id. Times are those of the fastest round: the difference is
 * small, and disturbances only add to it.
 */
export async function measureTypes(
  entries: readonly Entry[],
  { rounds, programs: most }: TypeEffort,
): Promise<Record<string, TypeLoad>> {
  const [own, foreign] = [await prepareFolder(appFolder), await prepareFolder(peersFolder)]
  const programs = consumers.slice(0, most).flatMap(({ id, client, code }) => {
    const entry = entries.find((one) => one.id === client)
    return entry ? [{ id, code, folder: isForeign(entry) ? foreign : own, times: isForeign(entry) ? 1 : rounds }] : []
  })
  programs.unshift({ id: 'empty', code: 'export {}', folder: own, times: rounds })
  const loads: Record<string, TypeLoad> = {}
  try {
    for (let round = 0; round < rounds; round++) {
      for (const { id, code, folder, times } of programs) {
        if (round >= times) continue
        const load = await compile(folder, code)
        loads[id] = { ...load, seconds: Math.min(load.seconds, loads[id]?.seconds ?? Number.POSITIVE_INFINITY) }
      }
    }
  } finally {
    for (const folder of [own, foreign]) await rm(folder, { recursive: true, force: true })
  }
  const { empty, ...rest } = loads
  return Object.fromEntries(Object.entries(rest).map(([id, load]) => [id, subtract(load, empty as TypeLoad)]))
}

function subtract(load: TypeLoad, empty: TypeLoad): TypeLoad {
  return {
    types: load.types - empty.types,
    instantiations: load.instantiations - empty.instantiations,
    seconds: load.seconds - empty.seconds,
  }
}

/** A project that finds the packages installed in a folder. */
async function prepareFolder(installed: URL): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-types-'))
  await symlink(fileURLToPath(new URL('node_modules', installed)), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  return folder
}

async function compile(folder: string, code: string): Promise<TypeLoad> {
  await writeFile(join(folder, 'consumer.ts'), code)
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, ...compilerOptions, 'consumer.ts'], {
    cwd: folder,
  }).catch(({ stdout, message }) => {
    throw new Error(`A consumer does not compile: ${stdout || message}`)
  })
  return readDiagnostics(stdout)
}

/** Reads the output of `tsc --extendedDiagnostics`. */
export function readDiagnostics(text: string): TypeLoad {
  const read = (name: string): number => {
    const [, value] = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(text) ?? []
    if (value === undefined) throw new Error(`The compiler does not print "${name}"`)
    return Number(value)
  }
  return { types: read('Types'), instantiations: read('Instantiations'), seconds: read('Total time') }
}
