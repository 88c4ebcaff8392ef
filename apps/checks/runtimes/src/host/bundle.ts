import { type BuildOptions, build } from 'esbuild'
import type { Project } from './project.ts'

/**
 * Bundles a file of the suite with the installed packages, as for a Worker or a page. Fails if it imports a module of
 * Node.
 */
export async function bundle(project: Project, file: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [project.file(file)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}
