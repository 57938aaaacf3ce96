/**
 * The messages a partnership needs (relationship.md B4); their words are in the locale file under `letter.<id>`.
 * `version` grows when those words change: every use is logged with it.
 */
export const templates = [
  { id: 'outreach', version: 1 },
  { id: 'brief', version: 1 },
  { id: 'reminder1', version: 1 },
  { id: 'reminder2', version: 1 },
  { id: 'changeRequest', version: 1 },
  { id: 'feedback', version: 1 },
  { id: 'review', version: 1 },
  { id: 'missingDisclosure', version: 1 },
  { id: 'takedown', version: 1 },
  { id: 'holding', version: 1 },
  { id: 'apology', version: 1 },
  { id: 'recovery', version: 1 },
  { id: 'realignment', version: 1 },
  { id: 'renewal', version: 1 },
  { id: 'congratulation', version: 1 },
] as const
export type TemplateId = (typeof templates)[number]['id']

/** What can stand in a template. The first ones come from the record where it has them. */
export const variableNames = [
  'name',
  'creator',
  'brand',
  'lastPost',
  'lastPostUrl',
  'win',
  'deliverable',
  'deadline',
  'platform',
  'brief',
  'asks',
  'sender',
  'offer',
  'reason',
  'changes',
  'date',
  'milestone',
] as const
export type VariableName = (typeof variableNames)[number]

/** Things asked for at once; more are rarely all done (relationship.md B4). */
export const MOST_ASKS = 3

/** How many things a list asks for: its lines, those that are not empty. */
export function countAsks(asks: string): number {
  return asks.split(/\r?\n/).filter((line) => line.trim() !== '').length
}
