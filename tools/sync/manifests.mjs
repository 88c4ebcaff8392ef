// Derives from the `exports` of each package.json: its own `main`, `types` and `typesVersions`, for tools that do not
// know `exports`; deno.json, which Deno reads; jsr.json, which JSR's own tools read; and the workspace that joins them.
// `node tools/sync/manifests.mjs`; with `--check` it changes nothing and fails if one is out of date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const root = new URL('../../', import.meta.url)
const packages = readdirSync(new URL('packages/', root))
  .filter((name) => existsSync(new URL(`packages/${name}/package.json`, root)))
  .sort()
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'))
const readManifest = (name) => readJson(`packages/${name}/package.json`)
const catalog = readCatalog(readFileSync(new URL('pnpm-workspace.yaml', root), 'utf8'))

/** Returns the versions in pnpm's catalog, which package.json refers to. */
function readCatalog(yaml) {
  const [, block = ''] = yaml.match(/^catalog:\n((?: {2}.*\n)+)/m) ?? []
  return Object.fromEntries(
    block
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/: +/)),
  )
}

/** Adds the fields that TypeScript's `node10` resolution reads instead of `exports`. Node and bundlers ignore them. */
function toPackage({ main, types, typesVersions, ...manifest }) {
  const { '.': root, ...subPaths } = Object.fromEntries(Object.entries(manifest.exports).filter(([, to]) => to.types))
  const versions = Object.entries(subPaths).map(([path, to]) => [path.replace('./', ''), [to.types]])
  const derived = { main: root.default, types: root.types, typesVersions: { '*': Object.fromEntries(versions) } }
  // After `exports`, which they are derived from.
  return Object.fromEntries(
    Object.entries(manifest).flatMap(([name, value]) =>
      name === 'exports' ? [[name, value], ...Object.entries(derived)] : [[name, value]],
    ),
  )
}

/** JSR gets the sources. npm gets files built from them, with the same paths. */
function toSources(exports) {
  const entries = Object.entries(exports).filter(([, target]) => target.types)
  return Object.fromEntries(
    entries.map(([path, { types }]) => [path, types.replace('./dist/', './src/').replace(/\.d\.ts$/, '.ts')]),
  )
}

function toImports(dependencies = {}) {
  const imports = Object.entries(dependencies).map(([name, range]) => {
    const [prefix, version] = range.startsWith('workspace:')
      ? ['jsr', `^${readManifest(name.replace('@x/', '')).version}`]
      : ['npm', range === 'catalog:' ? catalog[name] : range]
    return [name, `${prefix}:${name}@${version}`]
  })
  return Object.fromEntries(imports)
}

function toDeno({ name, version, license, exports, dependencies, peerDependencies }) {
  // The sources also import optional peers, in their sub-paths.
  const imports = toImports({ ...dependencies, ...peerDependencies })
  return {
    name,
    version,
    license,
    exports: toSources(exports),
    ...(Object.keys(imports).length > 0 && { imports }),
    publish: { include: ['src', 'README.md', 'CHANGELOG.md', 'LICENSE'] },
  }
}

const workspace = {
  workspace: packages.map((name) => `./packages/${name}`),
  nodeModulesDir: 'manual',
  compilerOptions: { lib: ['deno.ns', 'esnext', 'dom', 'dom.iterable'] },
}
const files = {
  'deno.json': workspace,
}
for (const name of packages) {
  const content = toDeno(readManifest(name))
  for (const file of ['deno.json', 'jsr.json']) files[`packages/${name}/${file}`] = content
  files[`packages/${name}/package.json`] = toPackage(readManifest(name))
}

const check = process.argv.includes('--check')
for (const [path, content] of Object.entries(files)) {
  const url = new URL(path, root)
  if (existsSync(url) && JSON.stringify(readJson(path)) === JSON.stringify(content)) continue
  if (check) {
    process.stderr.write(`${path} does not match the exports of package.json. Run node tools/sync/manifests.mjs.\n`)
    process.exitCode = 1
  } else {
    const text = JSON.stringify(content, null, 2)
    // Short lists on one line, as the formatter writes them everywhere except in package.json.
    const formatted = path.endsWith('/package.json') ? text : text.replace(/\[[^[\]{}]*\]/g, toOneLine)
    writeFileSync(url, `${formatted}\n`)
  }
}

function toOneLine(list) {
  const line = list
    .replace(/\s*\n\s*/g, ' ')
    .replace('[ ', '[')
    .replace(' ]', ']')
  return line.length < 100 ? line : list
}
