/** One way to write variables into a file. `spring` formats are for dotted names. */
export interface Format {
  readonly name: string
  readonly spring?: boolean
  write(record: Readonly<Record<string, string>>): string
}

const lines = (write: (name: string, value: string) => string, end = '\n'): Format['write'] => {
  return (record) =>
    Object.entries(record)
      .map(([name, value]) => write(name, value) + end)
      .join('') // prettier-ignore
}
const single = (value: string) => `'${value.replaceAll("'", "'\\''")}'`
const doubled = (value: string) => `'${value.replaceAll("'", "''")}'`
const double = (value: string) => `"${value.replace(/["\\$`]/g, '\\$&')}"`

export const FORMATS: readonly Format[] = [
  { name: 'downloaded file', write: lines((name, value) => `export ${name}=${single(value)}`) },
  {
    name: 'downloaded file, CRLF and BOM',
    write: (record) => `\uFEFF${FORMATS[0]?.write(record).replaceAll('\n', '\r\n')}`,
  },
  { name: '.env, single quotes', write: lines((name, value) => `${name}=${single(value)} # comment`) },
  {
    name: '.env, double quotes',
    write: lines((name, value) => `# comment\n\n${name} = ${double(value)}  # it's "one"`),
  },
  {
    name: 'PowerShell, double quotes',
    write: lines((name, value) => `$Env:${name} = "${value.replace(/["`$]/g, '`$&')}"`),
  },
  { name: 'PowerShell, single quotes', write: lines((name, value) => `$env:${name}=${doubled(value)};`, '\r\n') },
  { name: 'JSON', write: (record) => JSON.stringify(record, null, 2) },
  { name: 'flat YAML', write: lines((name, value) => `${name}: ${doubled(value)}`) },
  {
    name: 'properties',
    spring: true,
    write: lines((name, value) => `${name}=${value.replace(/[\\:=#!"']/g, '\\$&').replace(/^\s/u, '\\$&')}`),
  },
  { name: 'nested YAML', spring: true, write: (record) => writeNested(nest(record), '') },
]

interface Tree {
  [name: string]: Tree | string
}

function nest(record: Readonly<Record<string, string>>): Tree {
  const tree: Tree = {}
  for (const [path, value] of Object.entries(record)) {
    const names = path.split('.')
    const last = names.pop() as string
    let at = tree
    for (const name of names) {
      at[name] ??= {}
      at = at[name] as Tree
    }
    at[last] = value
  }
  return tree
}

function writeNested(tree: Tree, indent: string): string {
  return Object.entries(tree)
    .map(
      ([name, value]) =>
        `${indent}${name}:${typeof value === 'string' ? ` ${doubled(value)} # comment\n` : `\n${writeNested(value, `${indent}  `)}`}`,
    )
    .join('')
}
