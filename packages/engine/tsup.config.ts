import { library } from '../../tsup.base.ts'

export default library(
  { index: 'src/index.ts' },
  {
    esbuildOptions(options) {
      // Newer than the target, but every runtime that the package supports needs them to import JSON.
      options.supported = { 'import-attributes': true }
    },
  },
)
