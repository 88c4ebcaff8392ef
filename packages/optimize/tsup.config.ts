import { apiEntries, library } from '../../tsup.base.ts'

export default library(apiEntries())
