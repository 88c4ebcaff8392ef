import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  operations: 'src/operations.ts',
  'process-definitions': 'src/process-definitions.ts',
  'process-instances': 'src/process-instances.ts',
  'flow-node-instances': 'src/flow-node-instances.ts',
  incidents: 'src/incidents.ts',
  variables: 'src/variables.ts',
  'decision-definitions': 'src/decision-definitions.ts',
  'decision-instances': 'src/decision-instances.ts',
  'decision-requirements': 'src/decision-requirements.ts',
})
