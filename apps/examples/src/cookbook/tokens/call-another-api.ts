import process from 'node:process'
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'

const auth = createOAuth(readClusterCredentials())
const optimize = auth.fetch('optimize.camunda.io') // a fetch that adds the token
const [address = '', collectionId = ''] = process.argv.slice(2)
const response = await optimize(`${address}/api/public/report?collectionId=${collectionId}`)
console.log(response.status)
