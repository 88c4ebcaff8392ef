import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { appFolder, type Entry, isForeign, peersFolder } from '../catalog.ts'
import { median } from '../statistics.ts'

const run = promisify(execFile)

/** Milliseconds that importing a client adds to the start of Node: medians of rounds in which each is started once. */
export async function measureImport(entries: readonly Entry[], rounds: number): Promise<Record<string, number>> {
  const programs = entries
    .filter(({ packages }) => packages.length > 0)
    .map((entry) => ({
      id: entry.id,
      code: entry.packages.map((name) => `import ${JSON.stringify(name)}`).join(';'),
      cwd: isForeign(entry) ? peersFolder : appFolder,
    }))
  programs.unshift({ id: 'bare', code: '', cwd: appFolder }, { id: 'touching fetch', code: 'fetch', cwd: appFolder })
  const times: Record<string, number[]> = {}
  for (let round = 0; round <= rounds; round++) {
    for (const { id, code, cwd } of programs) {
      const ms = await start(code, cwd)
      if (round > 0) times[id] = [...(times[id] ?? []), ms]
    }
  }
  const bare = median(times.bare ?? [])
  return Object.fromEntries(Object.entries(times).map(([id, all]) => [id, median(all) - (id === 'bare' ? 0 : bare)]))
}

/** Milliseconds that importing a whole client takes once `@x/rest` is loaded. */
export async function measureOverRest(names: readonly string[], rounds: number): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const code = `await import('@x/rest'); const begin = performance.now(); await import('${name}')
        process.stdout.write(String(performance.now() - begin))`
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: appFolder })
      times[name] = [...(times[name] ?? []), Number(stdout)]
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

async function start(code: string, cwd: URL): Promise<number> {
  const begin = performance.now()
  // Exits as soon as everything is loaded: some clients leave a timer behind.
  const program = `${code};process.exit()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(cwd),
    stdio: 'ignore',
  })
  await once(child, 'exit')
  return performance.now() - begin
}
