import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Application, type ProjectReflection } from 'typedoc'
import { load as loadMarkdown } from 'typedoc-plugin-markdown'
import { docsFolder } from './navigation.ts'
import { load as loadSite } from './typedoc/plugin.ts'

export interface SiteOptions {
  readonly name: string
  /** Folders of packages, globs allowed. */
  readonly packages: readonly string[]
  /** What the site begins with. */
  readonly readme: string
  /** Pages beside the reference. */
  readonly documents: readonly string[]
  readonly out: string
}

const markdownOptions = { router: 'site-markdown', entryFileName: 'index.md' }

/** Runs TypeDoc: every page as HTML, and as Markdown beside it. A warning is an error. */
export async function buildSite({ name, packages, readme, documents, out }: SiteOptions): Promise<ProjectReflection> {
  const markdown = await mkdtemp(join(tmpdir(), 'docs-'))
  try {
    const app = await Application.bootstrapWithPlugins({
      options: fileURLToPath(new URL('typedoc.json', docsFolder)),
      name,
      entryPoints: [...packages],
      readme,
      projectDocuments: [...documents],
      plugin: [loadMarkdown, loadSite],
    })
    app.options.setValue('outputs', [
      { name: 'html', path: out, options: { router: 'site' } },
      // Options of a plugin are unknown to the types of options.
      { name: 'markdown', path: markdown, options: markdownOptions as object },
    ])
    const project = await app.convert()
    if (!project) throw new Error('TypeDoc gave no reference.')
    app.validate(project)
    await app.generateOutputs(project)
    await copyMarkdown(markdown, out)
    const { errorCount, warningCount } = app.logger
    if (errorCount + warningCount > 0) {
      throw new Error(`TypeDoc has ${errorCount} errors and ${warningCount} warnings.`)
    }
    return project
  } finally {
    await rm(markdown, { recursive: true, force: true })
  }
}

/** Media stands there already. */
async function copyMarkdown(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    if (name !== '_media') await cp(join(from, name), join(to, name), { recursive: true })
  }
}
