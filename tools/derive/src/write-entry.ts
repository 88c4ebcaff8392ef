import type { ResourceFile } from './write-package.ts'
import { head, pascalName, resourceName } from './write-text.ts'

/** Writes the sub-path of one resource: with its types, and its client alone. */
export function writeEntry(packageName: string, file: ResourceFile, kind: 'checked' | 'unchecked'): string {
  const { name, resource } = file
  const isChecked = kind === 'checked'
  const up = isChecked ? '..' : '../..'
  const client = `${pascalName(packageName)}Client`
  const options = `${client}Options`
  const noun = name.replaceAll('-', ' ')
  const path = `@x/${packageName}/${isChecked ? '' : 'unchecked/'}${name}`
  const member = resourceName(name)
  const create = `create${pascalName(name)}`
  const checked = isChecked
    ? 'What goes in and out is checked.'
    : 'Nothing is checked by a schema, and none is in the bundle.'
  return [
    head(`${up}/api/${name}.ts`),
    isChecked
      ? "import { createCheckedResource } from '@x/rest/shapes'"
      : "import { createUncheckedResource } from '@x/rest'",
    `import type { ${resource.name} } from '${up}/api/${name}.ts'`,
    `import { connect } from '${up}/connect.ts'`,
    `import type { ${options} } from '${up}/options.ts'`,
    `import { ${kind} } from '${up}/generated/${name}.ts'`,
    '',
    `export type * from '${up}/api/${name}.ts'`,
    `export type { ${options} } from '${up}/options.ts'`,
    '',
    '/**',
    ` * Creates a client of one resource, ${noun}, for bundles that need no more. ${checked}`,
    ' *',
    ' * @param source - Options, or a client to share the connection of.',
    ' * @throws {RestError} with code `config_invalid` that names the option',
    ' * @example',
    ' * ```ts',
    ` * import { ${create} } from '${path}'`,
    ' *',
    ` * const ${member} = ${create}({ auth, baseUrl })`,
    ' * ```',
    ' */',
    `export function ${create}(source: ${options} | { readonly ${member}: ${resource.name} }): ${resource.name} {`,
    `  return ${isChecked ? 'createCheckedResource' : 'createUncheckedResource'}(connect(source), '${member}', ${kind})`,
    '}',
    '',
  ].join('\n')
}
