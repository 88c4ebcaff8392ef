import { globSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

/**
 * How every published package is built: ES modules only, one file per entry with what entries share split off (so that
 * an error class is the same class whichever sub-path it came by). Declarations come from `tsc`, see `build` in each package.json.
 */
export function library(entry: Record<string, string>, options: Options = {}): ReturnType<typeof defineConfig> {
  return defineConfig({
    entry,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    splitting: true,
    sourcemap: true,
    clean: true,
    dts: false,
    silent: true,
    // Deno and the scan of the built files tell Node's modules by their `node:`.
    removeNodeProtocol: false,
    external: [/^node:/],
    ...options,
  })
}

/** The entries of an API package: those written by hand, and one for each resource. */
export function apiEntries(): Record<string, string> {
  const sources = globSync(['src/{index,about,unchecked,operations,node}.ts', 'src/entries/**/*.ts'])
  return Object.fromEntries(sources.map((path) => [path.slice('src/'.length, -'.ts'.length), path]))
}
