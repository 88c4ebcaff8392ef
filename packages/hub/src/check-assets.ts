import { refusePart } from '@x/rest'

/**
 * Checks the files of the catalog: a description refers to its template by file name, so each template needs a name.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkAssets(operation: string, form: object): void {
  const { template } = form as { readonly template?: unknown }
  for (const [index, file] of (Array.isArray(template) ? template : []).entries()) {
    const { name } = Object(file) as Partial<File>
    if (name && name !== 'blob') continue
    const message = 'needs the file name in its description: pass new File([json], "mail.json")'
    refusePart(operation, 'form', `template.${index}`, message)
  }
}
