import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repository } from '../../../../tools/release/workspace.ts'

const lockfiles = globSync('**/pnpm-lock.yaml', { cwd: repository, exclude: (path) => path.endsWith('node_modules') })
const read = (path: string): string => readFileSync(join(repository, path), 'utf8')

describe.each(lockfiles)('%s', (lockfile) => {
  it('has a hash for everything, and everything comes from the registry', () => {
    const { packages } = parse(read(lockfile)) as { packages: Record<string, { resolution: Record<string, string> }> }
    expect(Object.keys(packages)).not.toEqual([])
    for (const [name, { resolution }] of Object.entries(packages)) {
      expect(Object.keys(resolution), name).toEqual(['integrity'])
      expect(resolution.integrity, name).toMatch(/^sha512-[\w+/]{86}==$/)
    }
  })

  it('uses no release of the last 24 hours, and decides for each package whether its scripts may run', () => {
    const settings = parse(read(join(dirname(lockfile), 'pnpm-workspace.yaml'))) as Record<string, unknown>
    expect(settings.minimumReleaseAge).toBeGreaterThanOrEqual(24 * 60)
    expect(settings.minimumReleaseAgeExclude).toBeUndefined()
    expect(settings.dangerouslyAllowAllBuilds).toBeUndefined()
  })
})
