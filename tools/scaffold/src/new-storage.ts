import process from 'node:process'
import { addSubPath } from './add-sub-path.ts'
import { editTable } from './edit-table.ts'
import { storageCode, storageTestCode } from './storage-code.ts'
import { ScaffoldError, Workspace } from './workspace.ts'

const USAGE = 'pnpm new:storage NAME, with a name like mongo or azure-table'

/** Adds the storage, its test, its sub-path and its row in the README; returns the path of the test. */
function addStorage(workspace: Workspace, name: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new ScaffoldError(`${USAGE}${name && `, and not ${name}`}.`)
  const camel = name.replace(/-./g, (letters) => letters.slice(1).toUpperCase())
  const factory = `${camel}Storage`
  const type = camel.charAt(0).toUpperCase() + camel.slice(1)
  const test = `packages/auth/test/storage-${name}.test.ts`
  workspace.create(`packages/auth/src/storage/${name}.ts`, storageCode(name, factory, type))
  workspace.create(test, storageTestCode(name, factory, type))
  addSubPath(workspace, 'packages/auth', `storage/${name}`)
  workspace.edit('packages/auth/README.md', (text) =>
    editTable(text, 'Sub-path', (rows) => [
      ...rows,
      [
        `\`/${name}\``,
        `\`${factory}(client)\``,
        'processes with the same client',
        'depends on the client',
        'none: processes that start together each request a token',
        '10 s, in its own process',
      ],
    ]),
  )
  return test
}

// `pnpm new:storage -- NAME` passes the two dashes on.
const args = process.argv.slice(2).filter((arg) => arg !== '--')

try {
  const [name = '', ...more] = args
  if (args.includes('--help')) {
    console.log(USAGE)
  } else {
    if (more.length > 0) throw new ScaffoldError(`${USAGE}.`)
    const workspace = new Workspace()
    const test = addStorage(workspace, name)
    for (const path of workspace.save()) console.log(path)
    console.log(`
It passes the contract over a Map: pnpm --filter @x/auth exec vitest run ${test.replace('packages/auth/', '')}
Now yours: name the client's own methods in its interface, run the tests against the real place, add a \`lock\` where it
has something exclusive, and say in the doc comment and in the README's table what it guarantees.`)
  }
} catch (error) {
  if (!(error instanceof ScaffoldError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
