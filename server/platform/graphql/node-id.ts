import { badInput } from '../errors.ts';

/**
 * Global ids: a prefix that names the type and the row's UUID. Clients take them as opaque. Readable on purpose, so
 * that a statement writes them without a function call and a log line can be followed.
 */
export const nodePrefixes = {
  org: 'Organization',
  area: 'Area',
  topic: 'Topic',
  staff: 'Staff',
  app: 'App',
  issue: 'Issue',
  link: 'IssueLink',
  referral: 'Referral',
  matter: 'Matter',
  task: 'Task',
  answer: 'Answer',
  assessment: 'Assessment',
  draft: 'AnswerDraft',
  relay: 'AnswerRelay',
  commitment: 'Commitment',
  assignment: 'Assignment',
  reminder: 'Reminder',
  comment: 'Comment',
  notification: 'Notification',
} as const;

export type NodePrefix = keyof typeof nodePrefixes;

const form = /^([a-z]+)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export const encodeNodeId = (prefix: NodePrefix, uuid: string): string => `${prefix}_${uuid}`;

/** null for anything that is not an id of ours: to a reader unknown and malformed are the same. */
export function decodeNodeId(id: string): { prefix: NodePrefix; uuid: string } | null {
  const match = form.exec(id);
  const [, prefix = '', uuid = ''] = match ?? [];
  return Object.hasOwn(nodePrefixes, prefix) ? { prefix: prefix as NodePrefix, uuid } : null;
}

/** The UUID of an id that must be of one type; BAD_INPUT naming the argument where it is of no type or another. */
export function uuidOf(id: string, prefix: NodePrefix, field: string): string {
  const node = decodeNodeId(id);
  if (node?.prefix !== prefix) throw badInput(field, 'id.type', { type: nodePrefixes[prefix] });
  return node.uuid;
}
