import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The command cannot be carried out; the message says what to change. */
export class ScaffoldError extends Error {
  override name = 'ScaffoldError'
}

/** The files of the repository, changed in memory first: nothing is written unless everything succeeds. */
export class Workspace {
  readonly #root = new URL('../../../', import.meta.url)
  readonly #changed = new Map<string, string>()

  has(path: string): boolean {
    return this.#changed.has(path) || existsSync(new URL(path, this.#root))
  }

  read(path: string): string {
    return this.#changed.get(path) ?? readFileSync(new URL(path, this.#root), 'utf8')
  }

  create(path: string, text: string): void {
    if (this.has(path)) throw new ScaffoldError(`${path} already exists.`)
    this.#changed.set(path, text)
  }

  edit(path: string, change: (text: string) => string): void {
    this.#changed.set(path, change(this.read(path)))
  }

  /** Writes all files, formats them, and updates the manifests derived from package.json. Returns the paths. */
  save(): string[] {
    const paths = [...this.#changed.keys()].sort()
    for (const path of paths) {
      const url = new URL(path, this.#root)
      mkdirSync(dirname(fileURLToPath(url)), { recursive: true })
      writeFileSync(url, this.read(path))
    }
    const run = (script: string, ...args: string[]) =>
      execFileSync(process.execPath, [script, ...args], { cwd: this.#root, stdio: 'pipe' })
    run('node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...paths.filter((path) => !path.endsWith('.md')))
    run('tools/sync/manifests.mjs')
    return paths
  }
}
