import { href } from '../routing/route.ts'

/** Addresses of the places in this view; `place.ts` reads them. */
export const addresses = {
  overview: (): string => href(['processes']),
  definition: (key: string, parameters?: Readonly<Record<string, string | undefined>>): string =>
    href(['processes', key], parameters),
  element: (key: string, elementId: string, parameters?: Readonly<Record<string, string | undefined>>): string =>
    href(['processes', key, 'elements', elementId], parameters),
  /** With the definition where it is known, so that the address tells what the instance is of. */
  instance: (key: string, definitionKey?: string): string =>
    href(
      definitionKey === undefined ? ['processes', 'instances', key] : ['processes', definitionKey, 'instances', key],
    ),
  decisions: (): string => href(['processes', 'decisions']),
  decision: (key: string): string => href(['processes', 'decisions', key]),
  evaluation: (decisionKey: string, id: string): string =>
    href(['processes', 'decisions', decisionKey, 'evaluations', id]),
}
