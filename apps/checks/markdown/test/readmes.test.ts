import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const readManifest = (folder: string) => JSON.parse(read(`${folder}package.json`))
const nodeOf = (folder: string): string => `Node ${readManifest(folder).engines.node.replace('>=', '')} or later`

const packages = globSync('packages/*', { cwd: root })
  .map((folder) => `${folder}/`)
  .filter((folder) => existsSync(new URL(`${folder}package.json`, root)))

it.each(packages)('the README of %s says how to install it, and which Node versions it supports', (folder) => {
  const [install] = read(`${folder}README.md`).match(/^`npm install .*$/m) ?? []
  expect(install).toContain(readManifest(folder).name)
  expect(install).toContain(nodeOf(folder))
})

it('the README says which Node versions the repository and the packages require', () => {
  for (const folder of ['', ...packages]) expect(read('README.md')).toContain(nodeOf(folder))
})
