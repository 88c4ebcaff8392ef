import type { WorkspacePackage } from './workspace.ts'

/** Orders packages so that each comes after those that it depends on: nobody can install one whose siblings are missing. */
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
