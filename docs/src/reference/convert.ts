// Runs TypeDoc over the sources of the packages, as one program: to parse everything once is five times as fast.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Application, Converter, type DocumentationEntryPoint, type ProjectReflection } from 'typedoc'
import { load as loadMarkdown } from 'typedoc-plugin-markdown'
import { docsFolder, repository } from '../navigation.ts'
import { describeOperations } from './describe-operations.ts'
import { entriesOf, packageNames, sourcesOf } from './entries.ts'
import { expandOptions } from './expand-options.ts'
import { joinModules } from './modules.ts'
import { ReferenceRouter } from './router.ts'

export interface Reference {
  readonly app: Application
  readonly project: ProjectReflection
}

const tsconfig = new URL('.pages/tsconfig.json', docsFolder)

/** Converts the packages of these folder names. A warning is an error. */
export async function convertPackages(names: readonly string[]): Promise<Reference> {
  const entries = names.flatMap(entriesOf)
  await writeProgram(entries.map(({ file }) => file))
  const app = await Application.bootstrapWithPlugins({
    options: fileURLToPath(new URL('typedoc.json', docsFolder)),
    tsconfig: fileURLToPath(tsconfig),
    entryPoints: [...new Set(entries.map(({ file }) => file))],
    readme: 'none',
    plugin: [loadMarkdown],
  })
  app.renderer.defineRouter('reference', ReferenceRouter)
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => joinModules(project), 1000)
  // Before TypeDoc's own listeners make groups, and after links are known.
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => complete(app, project, names), 1000)
  const points = new Map(app.getEntryPoints()?.map((point) => [point.sourceFile.fileName, point]))
  const project = app.converter.convert(
    entries.flatMap(({ page, file }): DocumentationEntryPoint[] => {
      const point = points.get(file)
      return point ? [{ ...point, displayName: page }] : []
    }),
  )
  app.validate(project)
  return { app, project }
}

function complete({ logger }: Application, project: ProjectReflection, names: readonly string[]): void {
  describeOperations(project, names, logger)
  expandOptions(project)
}

export function throwIfWarned({ logger }: Application): void {
  const { errorCount, warningCount } = logger
  if (errorCount + warningCount > 0) throw new Error(`TypeDoc has ${errorCount} errors and ${warningCount} warnings.`)
}

/** Packages see each other's sources, so that what one has of another is known as the same. */
async function writeProgram(files: readonly string[]): Promise<void> {
  const sources = packageNames().flatMap((name) => sourcesOf(name))
  await mkdir(new URL('./', tsconfig), { recursive: true })
  const program = {
    extends: fileURLToPath(new URL('tsconfig.base.json', repository)),
    compilerOptions: {
      types: ['node'],
      paths: Object.fromEntries(sources.map(([specifier, file]) => [specifier, [file]])),
    },
    files,
  }
  await writeFile(tsconfig, JSON.stringify(program, undefined, 2))
}
