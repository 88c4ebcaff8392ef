import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  operations: 'src/operations.ts',
  collaborators: 'src/resources/collaborators.ts',
  files: 'src/resources/files.ts',
  folders: 'src/resources/folders.ts',
  info: 'src/resources/info.ts',
  milestones: 'src/resources/milestones.ts',
  'process-applications': 'src/resources/process-applications.ts',
  projects: 'src/resources/projects.ts',
  versions: 'src/resources/versions.ts',
})
