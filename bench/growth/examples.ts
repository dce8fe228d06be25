import type { Client } from 'pg';

/** What an example asks for by name: of the rows that the asking body sees. */
export interface Known {
  organizationId: string;
  issue: { id: string; code: string; area: string };
  matter: { id: string; code: string };
  /** An object of each type, by the prefix of its id. */
  nodes: Record<string, string>;
}

export interface Example {
  name: string;
  source: string;
  variables?: (known: Known) => Record<string, unknown>;
  /** A list: its key columns in order, from which the cursor of its last page is made. */
  list?: { scope: string; last: string };
}

const org = 'owner { code name }';
const card = `id code title status ${org} topic { code } area { name }`;
const page = (fields: string): string => `nodes { ${fields} } pageInfo { hasNextPage endCursor }`;
const ofViewer = `organization_id in ($1, '00000000-0000-0000-0000-000000000000')`;

const issues = (name: string, filter: string, variables?: Example['variables']): Example => ({
  name,
  source: `query (${variables ? '$ids: [ID!]' : '$none: Boolean'}, $after: String) {
    issues(first: 20, after: $after, filter: { ${filter} }) @skip(if: ${variables ? 'false' : '$none'}) { ${page(card)} } }`,
  ...(variables && { variables }),
});

const matters = (name: string, filter: string, variables?: Example['variables']): Example => ({
  ...issues(name, filter, variables),
  source: `query ${variables ? '($ids: [ID!])' : ''} { matters(first: 20, filter: { ${filter} }) { ${page('id code title status lead { code } participants { role organization { code } }')} } }`,
});

/** By root field of Query: what clients ask for, at its usual width. A new field needs one of its own. */
export const examples: Record<string, readonly Example[]> = {
  issues: [
    {
      name: 'issues',
      source: `query ($after: String) { issues(first: 20, after: $after) { ${page(`${card} links(first: 3) { nodes { kind issue { code title owner { code } } } }`)} } }`,
      list: {
        scope: 'issues',
        last: `select issue_id::text as key from issue_access where ${ofViewer} order by issue_id limit 1 offset 5`,
      },
    },
    issues('issues by status and topic', 'statuses: [SCREENED], topicCodes: ["DRAINAGE"]'),
    issues('issues by two statuses', 'statuses: [SCREENED, RECEIVED]'),
    issues('issues by kind', 'kinds: [PROPOSAL]'),
    issues('issues by channel', 'channels: [ZALO]'),
    issues('issues by area', 'areaIds: $ids', ({ issue }) => ({ ids: [issue.area] })),
    issues('issues by owner', 'organizationIds: $ids', ({ organizationId }) => ({ ids: [`org_${organizationId}`] })),
    issues('issues by day', 'collectedFrom: "2024-01-01", collectedTo: "2030-01-01"'),
    issues('issues followed', 'followed: true'),
    issues('issues not followed', 'followed: false'),
  ],
  issue: [
    {
      name: 'issue',
      source: `query ($code: String!) { issue(code: $code) { ${card} description place voices visibility version sharedWith { code name }
        links(first: 10) { nodes { kind issue { code title } } } matter { code title participants { role organization { code } } }
        referrals { status to { code } } timeline(first: 20) { nodes { type occurredAt organization { code } } }
        viewerAccess { level hiddenFields allowedActions } } }`,
      variables: ({ issue }) => ({ code: issue.code }),
    },
  ],
  matters: [
    {
      name: 'matters',
      source: `query ($after: String) { matters(first: 20, after: $after) { ${page('id code title status lead { code } participants { role organization { code } } voices')} } }`,
      list: {
        scope: 'matters',
        last: `select matter_id::text as key from matter_access where organization_id = $1 order by matter_id limit 1 offset 5`,
      },
    },
    matters('matters by status', 'statuses: [IN_PROGRESS]'),
    matters('matters by lead', 'leadIds: $ids', ({ organizationId }) => ({ ids: [`org_${organizationId}`] })),
    matters('matters by participant', 'participantIds: $ids', ({ organizationId }) => ({
      ids: [`org_${organizationId}`],
    })),
  ],
  matter: [
    {
      name: 'matter',
      source: `query ($code: String!) { matter(code: $code) { id code title summary status outcome lead { code } participants { role organization { code } }
        issues(first: 20) { nodes { ${card} } } voices tasks { title status } answers { outcome content } assessments { verdict }
        timeline(first: 20) { nodes { type occurredAt } } viewerAccess { level allowedActions } } }`,
      variables: ({ matter }) => ({ code: matter.code }),
    },
  ],
  screening: [
    {
      name: 'screening',
      source: `{ screening { issues(first: 20) { ${page('id code title statusSince')} } } }`,
    },
  ],
  tasks: [
    {
      name: 'tasks of a body by status',
      source: `query ($ids: [ID!]) { tasks(first: 20, filter: { statuses: [TODO], organizationIds: $ids }) { ${page('id title status waits organization { code } matter { code }')} } }`,
      variables: ({ organizationId }) => ({ ids: [`org_${organizationId}`] }),
    },
  ],
  commitments: [
    {
      name: 'commitments',
      source: `{ commitments(first: 20, filter: { statuses: [OPEN] }) { ${page('id promise dueOn status matter { code }')} } }`,
    },
  ],
  assignments: [
    {
      name: 'assignments',
      source: `{ assignments(first: 20, status: REQUESTED) { ${page('id cause status issue { code }')} } }`,
    },
  ],
  referrals: [
    {
      name: 'referrals',
      source: `query ($after: String) { referrals(first: 20, after: $after) { ${page('id status role request from { code } to { code } issue { code title }')} } }`,
      list: {
        scope: 'referrals',
        last: `select id::text as key from referral where $1 in (from_id, to_id, owner_id) order by id limit 1 offset 5`,
      },
    },
    {
      name: 'referrals by status',
      source: `{ referrals(first: 20, status: OFFERED) { ${page('id status issue { code }')} } }`,
    },
  ],
  events: [
    {
      name: 'events',
      source: `query ($after: String) { events(first: 20, after: $after) { ${page('id type occurredAt organization { code } issue { code title }')} } }`,
      list: {
        scope: 'log',
        last: `select xid::text || '~' || id as key from event_audience where ${ofViewer} order by xid desc, id desc limit 1 offset 5`,
      },
    },
    {
      name: 'events by type',
      source: `{ events(first: 20, filter: { types: ["issue.screened"] }) { ${page('id type')} } }`,
    },
  ],
  notifications: [
    { name: 'notifications', source: `{ notifications(first: 20) { ${page('id reason event { type }')} } }` },
    { name: 'notifications unread', source: `{ notifications(first: 20, unreadOnly: true) { ${page('id reason')} } }` },
  ],
  notificationGroups: [
    { name: 'notification groups', source: `{ notificationGroups(first: 20) { ${page('subjectId unread total')} } }` },
  ],
  node: [
    {
      name: 'node',
      source: `query ($id: ID!) { node(id: $id) { id ... on Issue { ${card} } } }`,
      variables: ({ nodes }) => ({ id: nodes['issue'] }),
    },
  ],
  nodes: [
    {
      name: 'nodes',
      source: `query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }`,
      variables: ({ nodes }) => ({ ids: Object.values(nodes) }),
    },
  ],
  organizations: [
    {
      name: 'organizations',
      source: `query ($after: String) { organizations(first: 20, after: $after) { ${page('id code name kind area { name } parent { code }')} } }`,
      list: {
        scope: 'organizations',
        last: `select code as key from organization where valid_to is null and $1::uuid is not null order by code desc limit 1 offset 5`,
      },
    },
  ],
  organization: [
    {
      name: 'organization',
      source: `{ organization(code: "UBND-18073") { id name area { name } predecessors { code } } }`,
    },
  ],
  areas: [
    {
      name: 'areas',
      source: `query ($after: String) { areas(first: 20, after: $after, query: "thành sen") { ${page('id code name parent { name }')} } }`,
    },
  ],
  topics: [{ name: 'topics', source: '{ topics { code name } }' }],
  viewer: [{ name: 'viewer', source: '{ viewer { actor { id name } organization { code name } roles } }' }],
};

const anObject = (prefix: string, query: string): string =>
  `(select '${prefix}_' || id from (${query}) q limit 1) as "${prefix}"`;

/** Objects that the body sees, old ones: read by the owner of the database. */
export async function knownTo(owner: Client, organizationId: string): Promise<Known> {
  const seen = `select i.* from issue i join issue_access a on a.issue_id = i.id where a.organization_id = '${organizationId}' and a.level <= 3 order by i.id`;
  const joined = `select m.* from matter m join matter_access a on a.matter_id = m.id where a.organization_id = '${organizationId}' order by m.id`;
  const [issue] = (await owner.query<Record<string, string>>(`${seen} limit 1`)).rows;
  const [matter] = (await owner.query<Record<string, string>>(`${joined} limit 1`)).rows;
  if (!issue || !matter) throw new Error('The body sees no issue or no matter');
  const columns = [
    anObject('org', `select '${organizationId}' as id`),
    anObject('area', 'select id from area order by id'),
    anObject('topic', 'select id from topic order by id'),
    anObject('issue', seen),
    anObject('matter', joined),
    anObject('referral', `select id from referral where '${organizationId}' in (from_id, to_id, owner_id) order by id`),
    anObject('task', `select t.id from task t join (${joined}) m on m.id = t.matter_id`),
    anObject('answer', `select t.id from answer t join (${joined}) m on m.id = t.matter_id`),
    anObject('comment', `select c.id from comment c join (${seen}) i on i.id = c.issue_id where not c.internal`),
    anObject('link', `select l.id from issue_link l join (${seen}) i on i.id = l.from_id`),
  ];
  const [nodes] = (await owner.query<Record<string, string>>(`select ${columns.join(', ')}`)).rows;
  return {
    organizationId,
    issue: { id: issue['id']!, code: issue['code']!, area: `area_${issue['area_id']}` },
    matter: { id: matter['id']!, code: matter['code']! },
    nodes: Object.fromEntries(Object.entries(nodes!).filter(([, id]) => id !== null)),
  };
}
