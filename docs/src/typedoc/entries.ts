// A resource has one page, that of its interface. Its sub-paths are said there, instead of on two more pages for each.

import {
  Comment,
  CommentTag,
  type ContainerReflection,
  type DeclarationReflection,
  type ProjectReflection,
  type Reflection,
  ReflectionGroup,
  ReflectionKind,
  type SignatureReflection,
} from 'typedoc'

const UNCHECKED = 'unchecked'
const RESOURCES = 'Resources'
const IMPORT = '@import'

export function foldEntries(project: ProjectReflection): void {
  const modules = project.getReflectionsByKind(ReflectionKind.Module) as DeclarationReflection[]
  for (const unchecked of modules.filter(({ name }) => name === UNCHECKED)) {
    const entries = modules.filter(({ parent }) => parent === unchecked.parent)
    const resources = entries.filter(({ name }) => name.startsWith(`${UNCHECKED}/`))
    for (const { name } of resources) {
      const entry = entries.find((one) => `${UNCHECKED}/${one.name}` === name)
      if (entry) foldEntry(entry)
    }
    describeUnchecked(unchecked, resources)
    const folded = new Set(resources.flatMap(({ name }) => [name, name.replace(`${UNCHECKED}/`, '')]))
    remove(entries.filter(({ name }) => folded.has(name)))
  }
}

/** Out of the project, and out of the groups that TypeDoc has made already. */
function remove(reflections: readonly DeclarationReflection[]): void {
  for (const one of reflections) {
    const parent = one.parent as ContainerReflection
    one.project.removeReflection(one)
    for (const group of parent.groups ?? []) group.children = group.children.filter((child) => child !== one)
    parent.groups = (parent.groups ?? []).filter(({ children }) => children.length > 0)
  }
}

/** Moves what the entry says of its function to the interface that the function returns. */
function foldEntry(entry: DeclarationReflection): void {
  const signature = entry.children?.find((child) => child.kindOf(ReflectionKind.Function))?.signatures?.[0]
  const resource = signature && returned(signature)
  const { comment } = signature ?? {}
  if (!resource || !comment) return
  const example = comment.getTag('@example')?.content ?? []
  resource.comment ??= new Comment()
  resource.comment.blockTags.push(
    new CommentTag(IMPORT, [
      ...comment.summary,
      { kind: 'text', text: '\n\n' },
      ...example,
      { kind: 'text', text: '\n\nPass the options of a client, or a client to share its connection.' },
    ]),
  )
  listAsResource(resource)
}

/** Before the many interfaces of what resources take and return. */
function listAsResource(resource: DeclarationReflection): void {
  const parent = resource.parent as ContainerReflection
  const { groups = [] } = parent
  for (const group of groups) group.children = group.children.filter((child) => child !== resource)
  const known = groups.find(({ title }) => title === RESOURCES)
  const resources = known ?? new ReflectionGroup(RESOURCES, parent)
  resources.children.push(resource)
  if (!known) parent.groups = [resources, ...groups]
}

/** True for the interface of a resource, once {@link foldEntries} has run. */
export function isResource({ comment }: DeclarationReflection): boolean {
  return comment?.getTag(IMPORT) !== undefined
}

function returned({ type }: SignatureReflection): DeclarationReflection | undefined {
  const reflection: Reflection | undefined = type?.type === 'reference' ? type.reflection : undefined
  return reflection as DeclarationReflection | undefined
}

/** Its types are those of the main entry, which has their pages. */
function describeUnchecked(unchecked: DeclarationReflection, resources: readonly DeclarationReflection[]): void {
  const { name = '' } = unchecked.parent ?? {}
  remove((unchecked.children ?? []).filter((child) => child.kindOf(ReflectionKind.Reference)))
  const paths = resources.map((one) => `\`${name}/${one.name}\``).join(', ')
  const text = `The client and its resources without checks; the types are those of the main entry. One resource at a time: ${paths}.`
  unchecked.comment = new Comment([{ kind: 'text', text }])
}
