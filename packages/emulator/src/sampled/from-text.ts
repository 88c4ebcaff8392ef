import type { Shape } from '@x/rest/shapes'

/**
 * Converts the text of a path, query or form value to the type of the shape. Text that cannot be converted is
 * unchanged.
 */
export function fromText(shape: Shape | undefined, text = ''): unknown {
  switch (shape?.kind) {
    case 'nullable':
      return fromText(shape.shape, text)
    case 'union':
      return shape.options.map((option) => fromText(option, text)).find((value) => typeof value !== 'string') ?? text
    case 'integer':
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
    case 'boolean':
      return /^(true|false)$/.test(text) ? text === 'true' : text
    default:
      return text
  }
}
