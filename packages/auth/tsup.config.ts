import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  'storage/index': 'src/storage/index.ts',
  'storage/memory': 'src/storage/memory.ts',
  'storage/file': 'src/storage/file.ts',
  'testing/index': 'src/testing/index.ts',
})
