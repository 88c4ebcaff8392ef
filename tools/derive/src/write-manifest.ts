interface Target {
  readonly types: string
  readonly default: string
}

/**
 * Writes the sub-paths of an API package into its package.json; `tools/sync` derives the other manifests from it.
 *
 * @param resources - File names of the resources.
 */
export function writeManifest(packageJson: string, resources: readonly string[]): string {
  const manifest = JSON.parse(packageJson)
  const { './package.json': self, ...others } = manifest.exports as Record<string, Target>
  // Sub-paths written by hand, such as `./node`, are kept.
  const byHand = Object.entries(others).filter(([, to]) => !to.types.startsWith('./dist/entries/'))
  const target = (path: string): Target => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` })
  manifest.exports = {
    ...Object.fromEntries(byHand),
    './about': target('about'),
    './unchecked': target('unchecked'),
    './operations': target('operations'),
    ...Object.fromEntries(
      ['', 'unchecked/'].flatMap((kind) =>
        resources.map((name) => [`./${kind}${name}`, target(`entries/${kind}${name}`)]),
      ),
    ),
    './package.json': self,
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}
