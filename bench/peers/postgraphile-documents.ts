import type { OperationName } from '../operations.ts';

const owner = 'owner: organizationByOwnerId { code name }';
const topicAndArea = 'topic: topicByTopicId { code name: nameVi } area: areaByAreaId { code name }';
const shares =
  'sharedWith: issueSharesByIssueIdAndOwnerId { nodes { organization: organizationByOrganizationId { code name } } }';
const linked = `nodes { kind issue { code title ${owner} } }`;

/** The same in the schema that PostGraphile makes of the tables, with the product's names as aliases. */
export const documents: Record<OperationName, string> = {
  q1: `query Q1($status: String!, $topic: String!) {
  issues: issuePage(status: $status, topic: $topic, first: 20) {
    nodes { id code title status voices collectedOn ${owner} ${topicAndArea} links(first: 3, orderBy: ID_ASC) { totalCount ${linked} } }
  }
}`,
  q2: `query Q2($code: String!) {
  issue: issueByCode(code: $code) {
    id code kind title description status statusReason channel place voices collectedOn visibility version createdAt updatedAt
    ${topicAndArea} ${owner} ${shares} links(first: 10, orderBy: ID_ASC) { ${linked} }
    matter: matterByMatterId { code title status participants: participantsByMatterId {
      nodes { role organization: organizationByOrganizationId { code name } } } }
    timeline: eventsByIssueId(first: 20, orderBy: PRIMARY_KEY_ASC) {
      nodes { type occurredAt: at organization: organizationByOrganizationId { code name } } }
  }
}`,
  m1: `mutation M1($input: CollectIssueInput!) {
  issueCollect: collectIssue(input: $input) {
    issue { id code title status visibility collectedOn ${owner} ${topicAndArea} ${shares} }
  }
}`,
};

const uuid = (id: string): string => id.slice(id.indexOf('_') + 1);

export function variablesFor(operation: OperationName, variables: Record<string, unknown>): Record<string, unknown> {
  if (operation !== 'm1') return variables;
  const { areaId, shareWithIds, topicCode, ...input } = variables['input'] as Record<string, string> & {
    shareWithIds: string[];
  };
  return { input: { ...input, topic: topicCode, area: uuid(areaId!), shares: shareWithIds.map(uuid) } };
}

type Json = Record<string, unknown>;
const roles = ['LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED'];

/** Its answer in the product's shape: for the comparison alone, not while anything is timed. */
export function inProductShape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inProductShape);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value as Json).map(([key, inner]) => [key, reshaped(key, inner)]));
}

function reshaped(key: string, value: unknown): unknown {
  const rows = (): Json[] => (value as { nodes: Json[] }).nodes;
  switch (key) {
    case 'id':
      return `issue_${value as string}`;
    case 'createdAt':
    case 'updatedAt':
    case 'occurredAt':
      return new Date(value as string).toISOString();
    case 'sharedWith': {
      const organizations = rows().map((row) => row['organization'] as { code: string });
      return organizations.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    }
    case 'participants':
      return rows().toSorted((a, b) => roles.indexOf(a['role'] as string) - roles.indexOf(b['role'] as string));
    default:
      return inProductShape(value);
  }
}
