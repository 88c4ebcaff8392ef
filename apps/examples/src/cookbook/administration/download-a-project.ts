import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { connectOrganization } from '@x/camunda'
import { readOrganizationCredentials } from '@x/env'

const organization = connectOrganization(readOrganizationCredentials())
const [projectId = ''] = process.argv.slice(2)
const { files } = organization.modeler
for await (const { id } of files.searchAll({ filter: { projectId } })) {
  const { metadata, content } = await files.get(id) // a search does not return contents
  await writeFile(`${metadata.simplePath?.replaceAll('/', '_') ?? metadata.name}.${metadata.type}`, content)
}
