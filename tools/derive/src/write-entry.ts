import type { ResourceFile } from './write-package.ts'
import { head, pascalName, resourceName } from './write-text.ts'

/**
 * Writes the sub-path of one resource: its client and its types.
 *
 * @param typeFiles - Names of the files with its types.
 */
export function writeEntry(
  packageName: string,
  file: ResourceFile,
  typeFiles: readonly string[],
  kind: 'checked' | 'unchecked',
): string {
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
    ? 'Requests and responses are checked.'
    : 'It has no schemas, so requests and responses are not checked.'
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
    ...[name, ...typeFiles].map((from) => `export type * from '${up}/api/${from}.ts'`),
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
