import type { Container, Role, Stamp, User } from './entities.ts'
import {
  approveInvoice,
  chargeCard,
  invoiceApproval,
  invoiceDecisionsFile,
  loanApplication,
  loanRisk,
  orderFulfilment,
  packGoods,
  payment,
  reviewApplication,
  type SampleFile,
} from './samples.ts'
import {
  addFile,
  addFolder,
  addProcessApplication,
  addProject,
  addVersion,
  changeFile,
  type Workspace,
} from './workspace.ts'

const HOUR = 60 * 60 * 1000
const BEGIN = 60 * 24 * HOUR

/** The people of the first project, in the order of the organization's members. */
const SEEDED_ROLES: readonly Role[] = ['project_admin', 'editor', 'viewer', 'commenter']

/** Empties the workspace and fills it with two months of work. */
export function seedWorkspace(workspace: Workspace): void {
  const { random, clock, members } = workspace
  random.restart()
  workspace.projects.clear()
  workspace.processApplications.clear()
  workspace.folders.clear()
  workspace.files.clear()
  workspace.versions.clear()

  const people = [...members.values()].filter(({ invitePending }) => !invitePending)
  const authors: readonly User[] = people.length > 0 ? people : [{ name: 'Web Modeler' }]
  let steps = 0
  /** The time and author of the next change: one every seven hours, by one person after the other. */
  const next = (): Stamp => {
    steps += 1
    const { name, email } = authors[steps % authors.length] as User
    return { at: clock.now() - BEGIN + steps * 7 * HOUR, by: { name, email } }
  }

  const put = (parent: Container, { name, fileType, content, before }: SampleFile): void => {
    const [first = '', ...later] = [...before, content]
    const file = addFile(workspace, parent, { name, fileType, content: first }, next())
    for (const [index, content] of later.entries()) {
      const about = { name: `Release ${index + 1}`, description: undefined, organizationPublic: false }
      addVersion(workspace, file, about, next())
      changeFile(file, { content }, next())
    }
  }

  const orders = addProject(workspace, 'Order to cash', next())
  for (const [index, role] of SEEDED_ROLES.entries()) {
    const person = people[index]
    if (person !== undefined) orders.collaborators.set(person.email, role)
  }
  for (const file of [orderFulfilment, packGoods]) put(orders, file)
  const payments = addFolder(workspace, orders, 'Payments', next())
  put(payments, payment)
  // A name with a slash, to test code that parses paths.
  put(addFolder(workspace, payments, 'In/out', next()), chargeCard)

  const finance = addProject(workspace, 'Finance', next())
  const invoices = addFolder(workspace, finance, 'Invoices', next())
  for (const file of [invoiceApproval, invoiceDecisionsFile, approveInvoice]) put(invoices, file)
  if (workspace.minor >= 10) {
    const loans = addProcessApplication(workspace, finance, 'Loans', next())
    for (const file of [loanApplication, loanRisk]) put(loans, file)
    put(addFolder(workspace, loans, 'Forms', next()), reviewApplication)
  }
}
