/** Every operation of this API shares its fate. */
export const lifetime: Readonly<Record<'deprecated' | 'until', string>> = {
  deprecated: 'Since Camunda 8.8: the Orchestration Cluster REST API v2 follows.',
  until: '8.9',
}
