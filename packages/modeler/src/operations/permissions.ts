/** The four permissions of the group "Web Modeler API" (called "Hub API" from Camunda 8.10 on) of an API client. */
export const CREATE = 'Web Modeler API: create'
export const READ = 'Web Modeler API: read'
export const UPDATE = 'Web Modeler API: update'
export const DELETE = 'Web Modeler API: delete'
