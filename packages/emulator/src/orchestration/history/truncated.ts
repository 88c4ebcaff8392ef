/** Values of variables that are longer than this are truncated in searches. */
const MOST_SHOWN = 8191

export const isLong = ({ value }: { readonly value: string }): boolean => value.length > MOST_SHOWN

/** The part of a long value that searches return, filter and sort by. */
export const shownOf = ({ value }: { readonly value: string }): string => value.slice(0, MOST_SHOWN)

/** A variable as a search returns it. */
export function truncated<V extends { readonly value: string }>(
  variable: V,
  truncates: boolean,
): V & { readonly isTruncated: boolean } {
  const isTruncated = truncates && isLong(variable)
  return { ...variable, isTruncated, value: isTruncated ? shownOf(variable) : variable.value }
}
