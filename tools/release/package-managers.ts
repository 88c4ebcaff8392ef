import { join } from 'node:path'
import process from 'node:process'
import { engineCommand } from '../engines/engines.ts'
import { npm, toolFile } from './tools.ts'

/** How one package manager installs from a registry into an empty project, and how its users run a file there. */
export interface PackageManager {
  readonly name: string
  readonly command: string
  /** First arguments of every call. */
  readonly args: readonly string[]
  /** Sets the registry if the environment would override the project's own settings. */
  readonly install: (registry: string) => readonly string[]
  /** Its settings in the project: the registry, and that new packages are allowed. */
  readonly files: (registry: string) => Readonly<Record<string, string>>
  /** Its caches in the project, so that neither an earlier run nor this machine's settings affect the result. */
  readonly env: (project: string, registry: string) => Readonly<Record<string, string>>
  readonly run: readonly [command: string, ...args: string[]]
}

const node: PackageManager['run'] = [process.execPath]

/** Returns all of them, without bun and deno if they are not on this machine. In CI, all must exist. */
export function packageManagers(): readonly PackageManager[] {
  const bun = engineCommand('bun')
  const deno = engineCommand('deno')
  return [
    {
      name: 'npm',
      command: process.execPath,
      args: [npm],
      install: (registry) => ['install', '--no-audit', '--no-fund', '--registry', registry],
      files: () => ({}),
      env: (project) => ({ npm_config_cache: join(project, '.cache') }),
      run: node,
    },
    {
      name: 'pnpm',
      command: 'pnpm',
      args: [],
      // Not in an .npmrc: npx, which runs pnpm here, would read it, too.
      install: (registry) => ['install', '--registry', registry],
      files: () => ({
        'pnpm-workspace.yaml': [
          'packages: [.]',
          'pmOnFail: ignore',
          'minimumReleaseAge: 0',
          'storeDir: .store',
          'cacheDir: .cache',
          '',
        ].join('\n'),
      }),
      env: () => ({}),
      run: node,
    },
    {
      name: 'yarn',
      command: process.execPath,
      args: [toolFile('@yarnpkg/cli-dist/bin/yarn.js')],
      install: () => ['install', '--no-immutable'],
      files: (registry) => ({
        'yarn.lock': '',
        '.yarnrc.yml': [
          `npmRegistryServer: ${registry}`,
          'unsafeHttpWhitelist: [127.0.0.1]',
          'nodeLinker: node-modules',
          'npmMinimalAgeGate: 0',
          'enableTelemetry: false',
          '',
        ].join('\n'),
      }),
      env: (project) => ({ YARN_GLOBAL_FOLDER: join(project, '.yarn-global') }),
      run: node,
    },
    ...(bun
      ? [
          {
            name: 'bun',
            command: bun,
            args: [],
            install: () => ['install'],
            files: () => ({}),
            env: (project: string, registry: string) => ({
              BUN_INSTALL_CACHE_DIR: join(project, '.cache'),
              npm_config_registry: registry,
              NPM_CONFIG_REGISTRY: registry,
            }),
            run: [bun, 'run'] as const,
          },
        ]
      : []),
    ...(deno
      ? [
          {
            name: 'deno',
            command: deno,
            args: [],
            install: () => ['install'],
            files: () => ({ 'deno.json': JSON.stringify({ minimumDependencyAge: '0' }) }),
            env: (project: string, registry: string) => ({
              DENO_DIR: join(project, '.cache'),
              npm_config_registry: registry,
              NPM_CONFIG_REGISTRY: registry,
            }),
            run: [deno, 'run', '--allow-all', '--cached-only'] as const,
          },
        ]
      : []),
  ]
}
