import { library } from '../../tsup.base.ts'

export default library({ index: 'src/index.ts', validation: 'src/validation.ts', json: 'src/json.ts', ky: 'src/ky.ts' })
