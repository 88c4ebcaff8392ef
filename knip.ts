import { existsSync, globSync, readFileSync } from 'node:fs'
import type { KnipConfig } from 'knip'

// A package's entries are its sub-paths, as sources: deno.json has just these, and is held equal to package.json.
const packages = Object.fromEntries(
  globSync('packages/*').map((folder) => {
    const { exports } = JSON.parse(readFileSync(`${folder}/deno.json`, 'utf8')) as { exports: Record<string, string> }
    const command = existsSync(`${folder}/src/cli.ts`) ? ['src/cli.ts'] : []
    // Files are generated as a whole, whether all of it is needed or not.
    const ignore = existsSync(`${folder}/src/api`) ? ['src/generated/**'] : []
    return [folder, { entry: [...Object.values(exports), ...command], project: ['{src,test}/**/*.ts'], ignore }]
  }),
)

// `peers` and `engines` are no part of it: these folders have lockfiles of their own.
const project = ['{src,test,server}/**/*.{ts,tsx}']
/** Some workspaces depend on packages only to have them built first: they read the files, or hand them to a compiler. */
const builtFirst = ['@x/.+']

const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: ['tools/*.{mjs,ts}', 'tools/{engines,release,sync,wording}/*.{mjs,ts}'],
      project: ['tools/*.{mjs,ts}', 'tools/{engines,release,sync,wording}/*.{mjs,ts}'],
    },
    ...packages,
    // Run by a runtime of their own, found by path.
    'packages/auth': {
      ...packages['packages/auth'],
      entry: [...(packages['packages/auth']?.entry ?? []), 'test/support/{deno-main,workerd-app}.ts'],
      ignoreDependencies: ['deno'],
    },
    // The linter of diagrams finds its plugin by name.
    'packages/emulator': { ...packages['packages/emulator'], ignoreDependencies: ['bpmnlint-plugin-camunda-compat'] },
    'apps/*': { project },
    'apps/checks/*': { project },
    'tools/*': { project },
    'apps/checks/packed': { entry: ['consumer/*.ts'], project: ['test/**/*.ts'], ignoreDependencies: builtFirst },
    'tools/scaffold': { project, ignoreDependencies: builtFirst },
    'apps/checks/markdown': { project, ignoreDependencies: [...builtFirst, 'ky', 'undici', 'valibot'] },
    // Prism is started by path.
    'apps/checks/camunda-files': { project, ignoreDependencies: ['@stoplight/prism-cli'] },
    // Asked of the SDK's own installation in `peers`.
    'apps/checks/camunda-clients': {
      project,
      ignoreDependencies: ['@grpc/.+'],
      ignoreUnresolved: ['./proto/zeebe.proto'],
    },
    'apps/bench': {
      entry: ['src/{child/*,clients/*,jobs/workers/*,**/*-child}.ts'],
      project,
      ignoreDependencies: ['@camunda8/sdk'],
    },
    // Its tests start the root's compiler by path.
    'apps/playground': { project, ignoreDependencies: ['tsc'] },
    // Each is a program.
    'apps/examples': { entry: ['src/**/*.{ts,tsx}'], project },
    // Bundled or started by path; ky and valibot go into the empty project that the packed packages are installed in.
    'apps/checks/runtimes': {
      entry: ['src/inside/*.ts', 'test/{mtls,networks}/*.ts'],
      project,
      ignoreDependencies: ['ky', 'valibot'],
    },
    docs: { project, ignoreDependencies: builtFirst },
  },
  // From Debian, or any POSIX system.
  ignoreBinaries: ['openssl', 'redis-server', 'mkfifo'],
  // The types of what is exported may be, too.
  ignoreExportsUsedInFile: { interface: true, type: true },
}

export default config
