import { AuthError } from '@x/auth'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { ApiError, RestError } from '@x/rest'

const camunda = connectCluster(readClusterCredentials())
try {
  await camunda.processInstances.get('2251799813685249')
} catch (error) {
  if (error instanceof ApiError && error.status === 404) console.log('Not there, or not visible yet')
  else if (error instanceof ApiError) console.log(error.status, error.title, error.detail)
  else if (error instanceof AuthError) console.log('No token:', error.code)
  else if (error instanceof RestError) console.log('No response:', error.code)
  else throw error
}
