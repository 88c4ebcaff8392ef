// Names that examples may use without saying where they come from. Each is what the README's first example makes.
declare const auth: import('@x/auth').OAuth
declare const operate: import('@x/operate').OperateClient
declare const modeler: import('@x/modeler').ModelerClient
declare const administration: import('@x/console').ConsoleClient
declare const cluster: import('@x/env').ClusterCredentials
declare const organization: import('@x/env').OrganizationCredentials
declare const tokenUrl: string
declare const clientId: string
declare const clientSecret: string
