// Shows the members of an options object where a function takes it: that is where a reader looks for them.
import {
  Comment,
  type CommentDisplayPart,
  CommentTag,
  type DeclarationReflection,
  type ProjectReflection,
  ReferenceType,
  ReflectionKind,
  type SignatureReflection,
} from 'typedoc'

export function expandOptions(project: ProjectReflection): void {
  for (const one of project.getReflectionsByKind(ReflectionKind.Function) as DeclarationReflection[]) {
    for (const signature of one.signatures ?? []) expandIn(signature)
  }
}

function expandIn(signature: SignatureReflection): void {
  for (const { type } of signature.parameters ?? []) {
    const target = type instanceof ReferenceType ? (type.reflection as DeclarationReflection | undefined) : undefined
    if (!target?.kindOf(ReflectionKind.Interface) || !/Options$|Input$/.test(target.name)) continue
    const members = (target.children ?? []).filter((member) =>
      member.kindOf(ReflectionKind.Property | ReflectionKind.Method),
    )
    if (members.length === 0) continue
    signature.comment ??= new Comment()
    signature.comment.blockTags.unshift(
      new CommentTag('@options', [
        { kind: 'text', text: '| Option | Type | Description |\n| --- | --- | --- |\n' },
        ...members.flatMap(toRow),
      ]),
    )
  }
}

function toRow(member: DeclarationReflection): CommentDisplayPart[] {
  const text = (text: string): CommentDisplayPart => ({ kind: 'text', text })
  const comment = member.comment ?? member.signatures?.[0]?.comment
  const fallback = comment?.getTag('@defaultValue')?.content ?? []
  const name = `${member.name}${member.flags.isOptional ? '?' : ''}`
  return [
    text(`| \`${name}\` | ${escapeCell(typeOf(member))} | `),
    ...(comment?.summary ?? []).map(toCell),
    ...(fallback.length > 0 ? [text(' **Default** '), ...fallback.map(toCell)] : []),
    text(' |\n'),
  ]
}

function toCell(part: CommentDisplayPart): CommentDisplayPart {
  return part.kind === 'inline-tag'
    ? part
    : { ...part, text: part.text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|') }
}

/** `undefined` is what optional means. */
function typeOf({ type, signatures }: DeclarationReflection): string {
  const text = type?.toString() ?? (signatures ? 'function' : '')
  return text.replace(/^undefined \| | \| undefined$/g, '')
}

const escapeCell = (text: string): string => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``)
