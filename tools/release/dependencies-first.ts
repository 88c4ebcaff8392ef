import type { WorkspacePackage } from './workspace.ts'

/**
 * Orders packages so that each comes after its dependencies: a package whose siblings are missing cannot be installed.
 */
export function dependenciesFirst(packages: readonly WorkspacePackage[]): readonly WorkspacePackage[] {
  const byName = new Map(packages.map((entry) => [entry.manifest.name, entry]))
  const ordered = new Set<WorkspacePackage>()
  const visit = (entry: WorkspacePackage): void => {
    for (const name of Object.keys(entry.manifest.dependencies ?? {})) {
      const sibling = byName.get(name)
      if (sibling) visit(sibling)
    }
    ordered.add(entry)
  }
  packages.forEach(visit)
  return [...ordered]
}
