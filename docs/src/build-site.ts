import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Application, type PageEvent, Reflection } from 'typedoc'
import { load as loadMarkdown } from 'typedoc-plugin-markdown'
import { llmsText } from './llms.ts'
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
export async function buildSite({ name, packages, readme, documents, out }: SiteOptions): Promise<void> {
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
    const addresses = new Map<Reflection, string>()
    app.renderer.on('endPage', ({ model, url }: PageEvent) => {
      if (url.endsWith('.md') && model instanceof Reflection) addresses.set(model, url)
    })
    await app.generateOutputs(project)
    await copyMarkdown(markdown, out)
    await showSources(out)
    await writeFile(join(out, 'llms.txt'), llmsText(project, addresses))
    const { errorCount, warningCount } = app.logger
    if (errorCount + warningCount > 0) {
      throw new Error(`TypeDoc has ${errorCount} errors and ${warningCount} warnings.`)
    }
  } finally {
    await rm(markdown, { recursive: true, force: true })
  }
}

/** Puts each page beside its HTML. Media stands there already, in a folder that HTML names otherwise. */
async function copyMarkdown(from: string, to: string): Promise<void> {
  for (const name of await readdir(from, { recursive: true })) {
    if (!name.endsWith('.md') || name.startsWith('_media')) continue
    const text = await readFile(join(from, name), 'utf8')
    await writeFile(join(to, name), text.replaceAll(/\]\(((?:\.\.\/)*)_media\//g, ']($1media/'))
  }
}

/** Sources that pages link to are text: web servers take `.ts` for a film, and `.js` for something to run. */
async function showSources(out: string): Promise<void> {
  const media = join(out, 'media')
  const sources = existsSync(media) ? (await readdir(media)).filter((name) => /\.[cm]?[jt]sx?$/.test(name)) : []
  for (const name of sources) await rename(join(media, name), join(media, `${name}.txt`))
  for (const page of (await readdir(out, { recursive: true })).filter((name) => /\.(html|md)$/.test(name))) {
    const text = await readFile(join(out, page), 'utf8')
    const shown = text.replaceAll(/(["(](?:\.\.\/)*media\/)([\w.-]+)(?=[")#])/g, (link, path, name) =>
      sources.includes(name) ? `${path}${name}.txt` : link,
    )
    if (shown !== text) await writeFile(join(out, page), shown)
  }
}
