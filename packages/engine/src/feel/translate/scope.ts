/** The names that an expression binds, or the item of a filter, whose entries are also names; innermost first. */
export type Scope =
  | { readonly names: ReadonlySet<string>; readonly outer: Scope | undefined }
  | { readonly item: string; readonly outer: Scope | undefined }

export function bind(names: readonly string[], outer: Scope | undefined): Scope {
  return { names: new Set(names), outer }
}

export function isBound(name: string, scope: Scope | undefined): boolean {
  for (let at = scope; at; at = at.outer) if ('names' in at && at.names.has(name)) return true
  return false
}
