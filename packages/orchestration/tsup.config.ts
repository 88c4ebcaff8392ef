import { apiEntries, library } from '../../tsup.base.ts'

// Each entry is one file: loading 60 chunks takes longer than all of their code. It has no class that two copies would make two.
export default library({ ...apiEntries(), 'connector-secrets': 'src/connector-secrets.ts' }, { splitting: false })
