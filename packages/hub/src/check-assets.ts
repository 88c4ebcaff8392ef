import { ValidationError } from '@x/rest'

/**
 * Checks the files of the catalog: a description names the file of its template, so each template needs a name.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkAssets(operation: string, form: object): void {
  const { template } = form as { readonly template?: unknown }
  for (const [index, file] of (Array.isArray(template) ? template : []).entries()) {
    const { name } = Object(file) as Partial<File>
    if (name && name !== 'blob') continue
    const message = 'needs the file name that its description has: pass new File([json], "mail.json")'
    throw new ValidationError(operation, 'form', [{ path: `template.${index}`, message }])
  }
}
