import { href } from '../routing/route.ts'

type Parameters = Readonly<Record<string, string | undefined>>

/** Addresses of the places in this view; `place.ts` reads them. */
export const addresses = {
  overview: (): string => href(['processes']),
  /** Instances of all processes. */
  instances: (parameters?: Parameters): string => href(['processes', 'instances'], parameters),
  incidents: (parameters?: Parameters): string => href(['processes', 'incidents'], parameters),
  tasks: (parameters?: Parameters): string => href(['processes', 'tasks'], parameters),
  task: (key: string): string => href(['processes', 'tasks', key]),
  /** One version of a process; with `versions=all`, its diagram with the counts of all versions. */
  definition: (key: string, parameters?: Parameters): string => href(['processes', key], parameters),
  element: (key: string, elementId: string, parameters?: Parameters): string =>
    href(['processes', key, 'elements', elementId], parameters),
  /** Includes the definition if it is known, so that the address shows the process of the instance. */
  instance: (key: string, definitionKey?: string): string =>
    href(
      definitionKey === undefined ? ['processes', 'instances', key] : ['processes', definitionKey, 'instances', key],
    ),
  decisions: (): string => href(['processes', 'decisions']),
  decision: (key: string, parameters?: Parameters): string => href(['processes', 'decisions', key], parameters),
  evaluation: (decisionKey: string, id: string): string =>
    href(['processes', 'decisions', decisionKey, 'evaluations', id]),
}
