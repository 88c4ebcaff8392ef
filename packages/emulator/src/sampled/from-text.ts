import type { Shape } from '@x/rest/shapes'

/** A value of a path, a query or a form, which are texts, as the shape has it. What cannot be read stays text. */
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
