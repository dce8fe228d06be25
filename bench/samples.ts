import type { Client } from 'pg';
import type { OperationName, Sample } from './operations.ts';

const howMany = 200;
/** Active ones ask more often, like they collect more. */
const askers = `(select * from generate_series(1, ${howMany * 2}) n, lateral (select (1 + floor(200 * power(random(), 1.5)))::int as wanted where n > 0) w
  join bench.body b on b.rank = w.wanted) b`;

/** Pages that a body finds something on. */
const q1 = `select b.key as token, jsonb_build_object('status', a.status, 'topic', t.code) as variables
  from ${askers}, lateral (select x.status, x.topic_id from issue_access x where x.organization_id = b.organization_id
    order by x.issue_id desc offset (b.n * 7) % 60 limit 1) a join topic t on t.id = a.topic_id limit ${howMany}`;

/** Issues in a matter of the body, with events enough for a page. */
const q2 = `select b.key as token, jsonb_build_object('code', i.code) as variables
  from ${askers}, lateral (select x.issue_id from issue_access x join issue c on c.id = x.issue_id
    join matter_access m on m.matter_id = c.matter_id and m.organization_id = b.organization_id
    where x.organization_id = b.organization_id and x.level <= 3 order by x.issue_id desc offset b.n % 12 limit 1) a
  join issue i on i.id = a.issue_id limit ${howMany}`;

const m1 = `select b.key as token, jsonb_build_object('input', jsonb_build_object('kind', i.kind, 'title', i.title,
    'description', i.description, 'topicCode', t.code, 'areaId', 'area_' || i.area_id, 'place', i.place, 'channel', i.channel,
    'visibility', 'SHARED', 'shareWithIds', (select jsonb_agg('org_' || o.organization_id) from (select organization_id from bench.body o
      where o.organization_id <> b.organization_id order by md5(o.key || b.n) limit 2 + b.n % 2) o))) as variables
  from ${askers} join (select *, row_number() over (order by id) as n from (select * from issue order by id limit ${howMany * 2}) first) i on i.n = b.n
  join topic t on t.id = i.topic_id
  limit ${howMany}`;

const statements: Record<OperationName, string> = { q1, q2, m1 };

/** The same in every run on the same data. */
export async function samplesOf(client: Client, operation: OperationName): Promise<Sample[]> {
  await client.query('select setseed(0.731)');
  const { rows } = await client.query<Sample>(statements[operation]);
  if (rows.length === 0) throw new Error(`The data has nothing for ${operation}`);
  return rows;
}
