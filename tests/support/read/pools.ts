import type { Client } from 'pg';
import type { NodePrefix } from '../../../server/platform/graphql/node-id.ts';
import type { Pools } from './generate.ts';

const tables: Record<NodePrefix, string> = {
  area: 'area',
  org: 'organization',
  topic: 'topic',
  staff: `actor where kind = 'STAFF'`,
  app: `actor where kind = 'APP'`,
  issue: 'issue',
  link: 'issue_link',
  referral: 'referral',
  matter: 'matter',
  task: 'task',
  answer: 'answer',
  assessment: 'assessment',
  comment: 'comment',
  draft: 'answer_draft',
  relay: 'answer_relay',
  commitment: 'commitment',
  assignment: 'assignment',
  reminder: 'reminder',
  notification: 'notification',
};

/** Ids and codes of what is in the database, whoever may see it, and ids of nothing. */
export async function poolsOf(client: Client): Promise<Pools> {
  const texts = async (query: string): Promise<string[]> =>
    (await client.query<{ text: string }>(`select t.text from (${query}) t order by md5(t.text) limit 40`)).rows.map(
      (row) => row.text,
    );
  const ids = async (prefix: NodePrefix): Promise<string[]> =>
    texts(`select '${prefix}_' || id::text as text from ${tables[prefix]}`);
  const all: string[][] = [];
  for (const prefix of Object.keys(tables)) all.push(await ids(prefix as NodePrefix));
  const nothing = [
    '',
    'issue',
    'issue_00000000-0000-0000-0000-000000000000',
    'org_x',
    'nobody_00000000-0000-0000-0000-000000000000',
    '🗑️',
    '~',
  ];
  return {
    ids: {
      area: await ids('area'),
      org: await texts(
        `select 'org_' || o.id::text as text from organization o where exists (select from actor a where a.organization_id = o.id)`,
      ),
      issue: await ids('issue'),
      matter: await ids('matter'),
      any: [...nothing, ...all.flatMap((some) => some.slice(0, 4))],
    },
    codes: {
      'Query.organization': await texts('select code as text from organization'),
      'Query.issue': await texts('select code as text from issue'),
      'Query.matter': await texts('select code as text from matter'),
    },
    topicCodes: await texts('select code as text from topic'),
    eventTypes: await texts('select distinct type as text from event'),
  };
}
