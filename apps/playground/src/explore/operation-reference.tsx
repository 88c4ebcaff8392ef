import type { Operation, Shape } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { DescriptionsContext, useMemberText } from './descriptions.ts'
import { isRequired } from './form/shape.ts'
import { Prose } from './prose.tsx'

/** The response and the errors of an operation. */
export function OperationReference({ operation }: { readonly operation: Operation }): VNode {
  const { operations } = useContext(DescriptionsContext)
  const errors = operations[operation.id]?.errors ?? []
  const shape = operation.response?.shape
  return (
    <div class="reference">
      {shape && (
        <details>
          <summary>Response: {typeText(shape)}</summary>
          <Members shape={shape} depth={0} />
        </details>
      )}
      {errors.length > 0 && (
        <details>
          <summary>Errors</summary>
          <ul>
            {errors.map((text) => (
              <li key={text}>
                <Prose text={text} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Shapes can be recursive. */
const MOST_LEVELS = 4

/** The members of an object, or of the items of a list or record. */
function Members({ shape, depth }: { readonly shape: Shape; readonly depth: number }): VNode | null {
  const object = objectOf(shape)
  if (object?.kind !== 'object' || depth >= MOST_LEVELS) return null
  return (
    <dl class="shape">
      {object.members.map((member) => (
        <div key={member.name}>
          <dt>
            <code>{member.name}</code>{' '}
            <span class="quiet">
              {typeText(member.shape)}
              {!isRequired(member) && ', optional'}
              {member.since && `, from ${member.since}`}
            </span>
          </dt>
          <dd>
            <MemberText type={object.name} name={member.name} />
            <Members shape={member.shape} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function MemberText({ type, name }: { readonly type: string | undefined; readonly name: string }): VNode | null {
  const text = useMemberText(type, name)
  return text === undefined ? null : <Prose text={text} />
}

function objectOf(shape: Shape): Shape | undefined {
  if (shape.kind === 'nullable') return objectOf(shape.shape)
  if (shape.kind === 'array') return objectOf(shape.item)
  if (shape.kind === 'record') return objectOf(shape.value)
  return shape.kind === 'object' ? shape : undefined
}

/** Returns a short description of a shape: `list of ProcessInstance`, `text or null`. */
function typeText(shape: Shape): string {
  switch (shape.kind) {
    case 'nullable':
      return `${typeText(shape.shape)} or null`
    case 'array':
      return `list of ${typeText(shape.item)}`
    case 'record':
      return `any names, each ${typeText(shape.value)}`
    case 'union':
      return [...new Set(shape.options.map(typeText))].join(' or ')
    case 'enum':
      return shape.values.join(', ')
    case 'object':
      return shape.name ?? 'object'
    case 'longText':
      return 'text'
    default:
      return shape.kind
  }
}
