/** The form in which the values of a field travel; of an enumeration, its values. */
export type FieldKind = 'key' | 'date' | 'text' | 'integer' | 'boolean' | readonly string[]

/**
 * What the server does with the fields of one entity. Plain names, so that a misspelt field is refused even where no
 * schema is loaded.
 */
export interface SearchFields<Filter = object> {
  /** Every field by which the server filters. */
  readonly filter: Readonly<Record<keyof Filter & string, FieldKind>>
  /** Those of them by which it does not sort. */
  readonly unsorted?: readonly (keyof Filter & string)[] | undefined
  /**
   * Fields that Camunda's description lists in the filter, while the server reads past them. The types leave them out;
   * beside a condition that works they are let through as described, alone they would give back everything.
   */
  readonly ignored?: readonly string[] | undefined
  /** What the server appends as the last sort criterion, and so the kind of the last sort value. @defaultValue `'key'` */
  readonly lastSort?: 'key' | 'text' | undefined
}
