import type { ApiFile, Declaration } from './model.ts'
import { typeName } from './write-text.ts'

/**
 * Replaces aliases of strings, keys and numbers by their shapes: `s(1..31)` for `TenantId`. In a bundle, a name is
 * larger than its shape.
 */
export function inlineScalars(files: readonly ApiFile[]): ApiFile[] {
  const scalars = new Map<string, string>()
  for (const { name, text } of files.flatMap(({ declarations }) => declarations)) {
    if (/^=[a-z](\([\d.-]*\))?$/.test(text)) scalars.set(name, text.slice(1))
  }
  const inline = (text: string): string => text.replace(typeName, (name) => scalars.get(name) ?? name)
  const used = (uses: ReadonlySet<string>): Set<string> => new Set([...uses].filter((name) => !scalars.has(name)))
  const inlineDeclaration = (declaration: Declaration): Declaration => ({
    ...declaration,
    text: inline(declaration.text),
    uses: used(declaration.uses),
  })
  return files.map((file) => ({
    ...file,
    declarations: file.declarations.filter(({ name }) => !scalars.has(name)).map(inlineDeclaration),
    resource: file.resource && {
      ...file.resource,
      operations: file.resource.operations.map((operation) => ({
        ...operation,
        call: inline(operation.call),
        uses: used(operation.uses),
      })),
    },
  }))
}
