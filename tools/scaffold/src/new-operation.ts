import process from 'node:process'
import { typesFile } from './operation/code.ts'
import { addToConsole } from './operation/console.ts'
import { addToReadme } from './operation/manifest.ts'
import { addToModeler } from './operation/modeler.ts'
import { addToOperate } from './operation/operate.ts'
import { type Plan, readPlan, USAGE } from './operation/plan.ts'
import { ScaffoldError, Workspace } from './workspace.ts'

const add = { console: addToConsole, modeler: addToModeler, operate: addToOperate }

/** Ids and addresses are there once; a method may also stand beside the table, like `searchAll`. */
function refuseClash(workspace: Workspace, { api, id, verb, method, path, file, typeName }: Plan): void {
  const routes = `packages/${api}/src/routes.ts`
  const text = workspace.read(routes).replace(/\s+/g, ' ')
  if (text.includes(`id: '${id}'`)) throw new ScaffoldError(`${id} exists already: ${routes}.`)
  if (text.includes(`method: '${method}', path: '${path}'`)) {
    throw new ScaffoldError(`${method} ${path} exists already: ${routes}.`)
  }
  const resource = `packages/${api}/src/resources/${file}.ts`
  if (workspace.has(resource) && new RegExp(`^  ${verb}\\(`, 'm').test(workspace.read(resource))) {
    throw new ScaffoldError(`${id} exists already, without a row of its own: ${resource}.`)
  }
  if (new RegExp(`\\b${typeName}(Body|Result)\\b`).test(workspace.read(`packages/${api}/src/index.ts`))) {
    throw new ScaffoldError(`${api} has types named ${typeName}… already. Give the operation another --id.`)
  }
}

// `pnpm new:… -- FLAGS` hands the two dashes over.
const args = process.argv.slice(2).filter((arg) => arg !== '--')

try {
  if (args.includes('--help')) {
    console.log(USAGE)
  } else {
    const plan = readPlan(args)
    const workspace = new Workspace()
    refuseClash(workspace, plan)
    add[plan.api](workspace, plan)
    addToReadme(workspace, plan)
    for (const path of workspace.save()) console.log(path)
    console.log(`
${plan.id} works and is tested: pnpm --filter @x/${plan.api} exec vitest run test/${typesFile(plan)}.test.ts
Now yours: say in its doc comment what it gives and throws, serve it in packages/emulator/src/${plan.api},
and let apps/checks/camunda-files hold it against Camunda's description.`)
  }
} catch (error) {
  if (!(error instanceof ScaffoldError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
