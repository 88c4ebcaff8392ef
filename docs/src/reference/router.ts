import { type Reflection, ReflectionKind } from 'typedoc'
import { ModuleRouter } from 'typedoc-plugin-markdown'

/** One page for each module, at an address that follows from what one imports: `auth/storage/file`. */
export class ReferenceRouter extends ModuleRouter {
  override getIdealBaseName(reflection: Reflection): string {
    return reflection.kindOf(ReflectionKind.Module) ? addressOf(reflection.name) : super.getIdealBaseName(reflection)
  }
}

/** Where the page of an import is, below the reference: `@x/auth` is `auth/main`, and its README `auth/index`. */
export function addressOf(specifier: string): string {
  const path = specifier.replace(/^@x\//, '')
  return path.includes('/') ? path : `${path}/main`
}
