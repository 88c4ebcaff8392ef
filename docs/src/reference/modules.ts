// Joins the converted files of a page to one module, before TypeDoc lists what a module has.
import { type DeclarationReflection, type ProjectReflection, ReflectionKind } from 'typedoc'

export const modulesOf = (project: ProjectReflection): DeclarationReflection[] =>
  project.getReflectionsByKind(ReflectionKind.Module) as DeclarationReflection[]

/** Modules of the same name become the first of them. */
export function joinModules(project: ProjectReflection): void {
  const first = new Map<string, DeclarationReflection>()
  for (const module of modulesOf(project)) {
    const target = first.get(module.name)
    if (!target) first.set(module.name, module)
    else moveInto(target, module)
  }
}

function moveInto(target: DeclarationReflection, module: DeclarationReflection): void {
  for (const child of [...(module.children ?? [])]) {
    // What another file of the page exports, too, is there already.
    if (child.kindOf(ReflectionKind.Reference)) continue
    module.removeChild(child)
    child.parent = target
    target.addChild(child)
  }
  if (!target.comment && module.comment) target.comment = module.comment
  module.project.removeReflection(module)
}
