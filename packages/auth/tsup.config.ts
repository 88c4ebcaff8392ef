import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  'storage/memory': 'src/storage/memory.ts',
  'storage/file': 'src/storage/file.ts',
})
