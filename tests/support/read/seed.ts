import type { Client } from 'pg';
import { stableUuid } from '../../../server/platform/db/stable-uuid.ts';
import { seedFollowUp } from './seed-follow-up.ts';

/** Bodies that collect, share and take part; the last one takes part in nothing and was shown nothing. */
const bodyCodes = [
  'MTTQ-18073',
  'UBND-18073',
  'CD-18073',
  'SO-XAYDUNG',
  'UBND-18685',
  'HDND-18073',
  'DTN-18073',
] as const;
export type BodyCode = (typeof bodyCodes)[number];
const collectors: readonly BodyCode[] = bodyCodes.slice(0, 6);

interface Actor {
  id: string;
  kind: string;
}

export type Bodies = Record<BodyCode, { id: string; actors: Actor[] }>;
type Rows = Record<string, unknown>[];

const issues = 40;
const matters = 4;
const moment = (hours: number): string => new Date(Date.UTC(2026, 9, 1, 1, 2, 3, 45) + hours * 3_600_000).toISOString();
const day = (days: number): string => moment(days * 24).slice(0, 10);
const id = (kind: string, index: number): string => stableUuid('read', `${kind} ${index}`);
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** What JSON has to escape, what JavaScript writes otherwise than PostgreSQL might, and what is merely long. */
const texts = [
  'Ngập đường Nguyễn Công Trứ',
  'Đèn đường "hỏng" ở ngõ 12/4',
  String.raw`Đường \"C:\temp\" \u0041 \n là chữ, không phải dấu`,
  'Rác 🗑️ quá tải 👩‍👩‍👧 ở chợ 🇻🇳',
  `{"$c":0,"level":1} [null] 'nháy' $1 $tag$ ; -- /* */ <b>&amp;</b>`,
  'Oằn\u2028oài\u2029 ở bìa rừng',
  '~~~ | + , : / ? # %',
  'null',
  'Chữ ký tự hiếm: \u007f\u0001\u001f𝕳à Tĩnh 𠮷',
];
const lines = 'Dòng một.\nDòng hai\tcó thẻ.\r\b\f "Dòng" ba \\ hết.';
const long = `${lines} ${'Cứ mưa to là ngập, đề nghị nạo vét cống rãnh. '.repeat(100)}`;
const bodies = [...texts, lines, long];

/** Rows of every table that reads touch, the same on every run. Returns the ids of the bodies. */
export async function seedReads(client: Client): Promise<Bodies> {
  const found = await bodiesOf(client);
  await client.query('begin');
  const topics = await ids(client, 'select id from topic order by position');
  const areas = await ids(client, 'select id from area order by valid_to is not null, code limit 12');
  await insertFormerBodies(client, found);
  await insert(client, 'issue', issueRows(found, topics, areas));
  await insert(client, 'issue_share', shareRows(found));
  await insert(client, 'issue_link', linkRows(found));
  await insert(client, 'referral', referralRows(found));
  await seedMatters(client, found);
  await seedFollowUp({
    insert: (table, rows) => insert(client, table, rows),
    ownerOf: (i) => ownerOf(found, i).id,
    lead: (i) => ownerOf(found, i % matters).id,
    worker: (i) => ownerOf(found, (i % matters) + 1).id,
    text: (i) => pick(texts, i),
    ...{ id, moment, day, matters },
  });
  await insert(client, 'comment', commentRows(found));
  await insert(client, 'follow', followRows(found, topics, areas));
  await seedPreferences(client, found);
  await client.query('commit');
  await derive(client, found);
  await changeAccess(client, found);
  await recordEvents(client, found);
  await client.query(
    `update notification set read_at = case when md5(id::text) < '8' then created_at end,
      snoozed_until = case when md5(id::text) > '4' then created_at end`,
  );
  return found;
}

async function bodiesOf(client: Client): Promise<Bodies> {
  const { rows } = await client.query<{ code: BodyCode; id: string; actors: Actor[] }>(
    `select o.code, o.id, json_agg(json_build_object('id', a.id, 'kind', a.kind) order by (a.kind = 'APP') = (o.code = 'MTTQ-18073'), a.id) as actors
      from organization o join actor a on a.organization_id = o.id where o.code = any($1) group by o.id`,
    [bodyCodes],
  );
  if (rows.length !== bodyCodes.length) throw new Error('The template lacks bodies or their offices');
  return Object.fromEntries(rows.map((row) => [row.code, row])) as unknown as Bodies;
}

/** One body of today was made of two. */
async function insertFormerBodies(client: Client, found: Bodies): Promise<void> {
  const area = (await ids(client, 'select id from area where valid_to is not null order by code limit 1'))[0];
  await insert(
    client,
    'organization',
    [1, 2].map((i) => ({
      id: id('former', i),
      code: `CU-${i}`,
      name: pick(texts, i),
      kind: 'ASSOCIATION',
      area_id: area,
      valid_from: '2020-01-01',
      valid_to: '2025-07-01',
    })),
  );
  await insert(
    client,
    'organization_lineage',
    [1, 2].map((i) => ({ from_id: id('former', i), to_id: found['CD-18073'].id, effective_on: '2025-07-01' })),
  );
}

async function ids(client: Client, query: string): Promise<string[]> {
  return (await client.query<{ id: string }>(query)).rows.map((row) => row.id);
}

async function insert(client: Client, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

const indexes = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const times = (count: number, make: (index: number) => Record<string, unknown>): Rows => indexes(count).map(make);

const ownerOf = (found: Bodies, issue: number): Bodies[BodyCode] => found[pick(collectors, issue)];

const issueRows = (found: Bodies, topics: string[], areas: string[]): Rows =>
  times(issues, (i) => ({
    id: id('issue', i),
    code: `HT-2026-${100000 + i}`,
    owner_id: ownerOf(found, i).id,
    // Of the same body: the first ones were split into those six further on.
    parent_id: i >= 6 && i < 12 ? id('issue', i - 6) : null,
    collected_by_id: pick(ownerOf(found, i).actors, i).id,
    kind: pick(['REFLECTION', 'RECOMMENDATION', 'PROPOSAL'], i),
    title: pick(texts, i),
    description: pick(bodies, i),
    place: i % 3 === 0 ? null : pick(texts, i + 2),
    status: pick(['RECEIVED', 'SCREENED', 'NEEDS_INFO', 'OUT_OF_SCOPE', 'SCREENED'], i),
    status_reason: i % 5 === 2 || i % 5 === 3 ? pick(texts, i + 3) : null,
    channel: pick(['VOTER_MEETING', 'HOTLINE', 'ZALO', 'OTHER'], i),
    topic_id: pick(topics, i),
    area_id: pick(areas, i),
    voices: 1 + i * i,
    collected_on: day(i),
    visibility: pick(['SHARED', 'PRIVATE', 'NETWORK', 'SHARED'], Math.floor(i / 6)),
    status_since: moment(i * 7),
    created_at: moment(i * 7),
    updated_at: moment(i * 7 + 1),
  }));

/** Only of issues that are SHARED or NETWORK, never with their owner or with the body that was shown nothing. */
const shareRows = (found: Bodies): Rows =>
  indexes(issues).flatMap((i) => {
    if (Math.floor(i / 6) % 4 === 1) return [];
    return [1, 2, 4].slice(0, 1 + (i % 3)).map((step) => ({
      issue_id: id('issue', i),
      owner_id: ownerOf(found, i).id,
      organization_id: ownerOf(found, i + step).id,
      created_at: moment(i * 7),
    }));
  });

const linkRows = (found: Bodies): Rows =>
  times(70, (i) => ({
    id: id('link', i),
    from_id: id('issue', (i * 7) % issues),
    to_id: id('issue', (i * 7 + 1 + (i % 11)) % issues),
    kind: pick(['SAME_MATTER', 'RELATED', 'CAUSED_BY', 'REPEATS'], Math.floor(i / 3)),
    note: i % 2 === 0 ? null : pick(texts, i),
    created_by_id: ownerOf(found, i).id,
    created_at: moment(i),
  }));

const referralRows = (found: Bodies): Rows =>
  times(25, (i) => {
    const status = pick(['OFFERED', 'ACCEPTED', 'DECLINED', 'RETURNED', 'WITHDRAWN'], i);
    return {
      id: id('referral', i),
      issue_id: id('issue', i),
      owner_id: ownerOf(found, i).id,
      from_id: ownerOf(found, i).id,
      to_id: ownerOf(found, i + 3).id,
      role: pick(['LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED'], i),
      request: pick(texts, i),
      status,
      reason: status === 'DECLINED' || status === 'RETURNED' ? pick(texts, i + 1) : null,
      suggested_id: status === 'DECLINED' && i % 2 === 0 ? ownerOf(found, i + 1).id : null,
      offered_at: moment(i * 2),
      decided_at: status === 'OFFERED' ? null : moment(i * 2 + 1),
      returned_at: status === 'RETURNED' ? moment(i * 2 + 2) : null,
      none_competent: status === 'DECLINED' && i % 2 === 1,
      assigned: status === 'ACCEPTED' && i % 2 === 0,
    };
  });

const partsOf = (
  found: Bodies,
  matter: number,
): { organization: Bodies[BodyCode]; role: string; until: string | null }[] =>
  ['LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED', 'COORDINATING'].map((role, step) => ({
    organization: ownerOf(found, matter + step),
    role,
    until: step === 4 ? moment(900) : null,
  }));

async function seedMatters(client: Client, found: Bodies): Promise<void> {
  const lead = (i: number): string => ownerOf(found, i % matters).id;
  const worker = (i: number): string => ownerOf(found, (i % matters) + 1).id;
  await insert(
    client,
    'matter',
    times(matters, (i) => ({
      id: id('matter', i),
      code: `VV-2026-${200000 + i}`,
      opened_by_id: lead(i),
      title: pick(texts, i + 1),
      summary: i % 2 === 0 ? pick(bodies, i + 8) : null,
      status: pick(['OPEN', 'ANSWERED', 'IN_PROGRESS', 'CLOSED'], i),
      outcome: i % 2 === 1 ? 'PLANNED' : null,
      planned_on: i % 2 === 1 ? day(90) : null,
      created_at: moment(i),
      updated_at: moment(i + 5),
    })),
  );
  await insert(
    client,
    'participant',
    indexes(matters).flatMap((i) =>
      partsOf(found, i).map((part, step) => ({
        id: id('participant', i * 10 + step),
        matter_id: id('matter', i),
        organization_id: part.organization.id,
        role: part.role,
        invited_by_id: lead(i),
        through_issue: false,
        since: moment(step),
        until: part.until,
      })),
    ),
  );
  await insert(
    client,
    'matter_issue',
    times(16, (i) => ({
      issue_id: id('issue', i + 20),
      owner_id: ownerOf(found, i + 20).id,
      matter_id: id('matter', i % matters),
      added_by_id: lead(i),
      consented: i % 3 > 0,
      added_at: moment(i),
    })),
  );
  await insert(
    client,
    'matter_reason',
    times(12, (i) => ({
      id: id('reason', i),
      matter_id: id('matter', i % matters),
      act: pick(['ISSUE_REMOVED', 'LEFT', 'REOPENED'], i),
      issue_id: i % 3 === 0 ? id('issue', i) : null,
      issue_owner_id: i % 3 === 0 ? ownerOf(found, i).id : null,
      consented: i % 3 > 0 || i % 2 === 0,
      organization_id: lead(i),
      reason: pick(texts, i),
      at: moment(i),
    })),
  );
  await insert(
    client,
    'task',
    times(14, (i) => ({
      id: id('task', i),
      matter_id: id('matter', i % matters),
      organization_id: worker(i),
      assigned_by_id: lead(i),
      title: pick(texts, i + 4),
      status: pick(['TODO', 'DOING', 'DONE', 'CANCELLED'], i),
      due_on: i % 2 === 0 ? day(60 + i) : null,
      result: i % 3 === 0 ? pick(bodies, i) : null,
      reacted_at: i % 2 === 0 ? moment(i + 4) : null,
      created_at: moment(i),
    })),
  );
  await insert(
    client,
    'answer',
    times(10, (i) => ({
      id: id('answer', i),
      matter_id: id('matter', i % matters),
      organization_id: lead(i),
      outcome: pick(['PLANNED', 'RESOLVED', 'EXPLAINED'], i),
      content: pick(bodies, i),
      document_number: i % 2 === 0 ? `12${i}/UBND-"VP"` : null,
      document_on: i % 2 === 0 ? day(10 + i) : null,
      planned_on: i % 3 === 0 ? day(100 + i) : null,
      answers_all: i % 2 === 1,
      answered_at: moment(i),
    })),
  );
  await insert(
    client,
    'assessment',
    times(9, (i) => ({
      id: id('assessment', i),
      matter_id: id('matter', i % matters),
      answer_id: id('answer', i),
      organization_id: worker(i + 1),
      verdict: pick(['ADEQUATE', 'GENERIC', 'WRONG_AUTHORITY', 'NOT_DONE'], i),
      note: i % 2 === 0 ? pick(texts, i) : null,
      at: moment(i),
    })),
  );
}

const commentRows = (found: Bodies): Rows =>
  times(40, (i) => {
    const author = ownerOf(found, i % 3 === 0 ? i : i + 1);
    const actor = pick(author.actors, i);
    return {
      id: id('comment', i),
      issue_id: i % 4 === 3 ? null : id('issue', i % 24),
      matter_id: i % 4 === 3 ? id('matter', Math.floor(i / 4) % matters) : null,
      organization_id: author.id,
      author_id: actor.id,
      author_kind: actor.kind,
      body: pick(bodies, i),
      internal: i % 5 === 0,
      created_at: moment(i * 3),
    };
  });

const followRows = (found: Bodies, topics: string[], areas: string[]): Rows =>
  Object.values(found).flatMap((body, i) =>
    body.actors.slice(0, 2).flatMap((actor) =>
      [
        { subject_kind: 'Issue', subject_id: id('issue', i) },
        { subject_kind: 'Issue', subject_id: id('issue', i + 6) },
        { subject_kind: 'Matter', subject_id: id('matter', i % matters) },
        { subject_kind: 'Topic', subject_id: pick(topics, i) },
        { subject_kind: 'Area', subject_id: pick(areas, i) },
        { subject_kind: 'Organization', subject_id: pick(Object.values(found), i + 1).id },
      ].map((subject) => ({ actor_id: actor.id, organization_id: body.id, ...subject, created_at: moment(i) })),
    ),
  );

async function seedPreferences(client: Client, found: Bodies): Promise<void> {
  const people = `select coalesce(a.account_id, a.id) from actor a where a.id = any($1)`;
  const actors = [Object.values(found).flatMap((body) => body.actors.slice(0, 1).map((actor) => actor.id))];
  await client.query(
    `insert into notification_preference select p, r, 'DAILY_DIGEST' from (${people}) x(p), unnest('{ANSWERED,FOLLOWED}'::text[]) r`,
    actors,
  );
  await client.query(`insert into notification_quiet select p, '21:00', '06:30' from (${people}) x(p)`, actors);
}

async function as(client: Client, body: Bodies[BodyCode]): Promise<void> {
  await client.query(`select set_config('app.org', $1, false), set_config('app.actor', $2, false)`, [
    body.id,
    body.actors[0]!.id,
  ]);
}

async function derive(client: Client, found: Bodies): Promise<void> {
  await as(client, found['MTTQ-18073']);
  for (let i = 0; i < matters; i += 1) await client.query('select refresh_matter($1)', [id('matter', i)]);
  await client.query('select refresh_issues($1)', [indexes(issues).map((i) => id('issue', i))]);
}

interface Recorded {
  type: string;
  scope: string;
  issue?: string;
  matter?: string;
  kind: string;
  subject: string;
  audience?: string[];
}

/** Every kind of event, also about a link and a task that are no more. */
async function recordEvents(client: Client, found: Bodies): Promise<void> {
  const ofIssue = (i: number) => ({
    scope: 'ISSUE',
    issue: id('issue', i),
    ...(i % 3 === 0 && { matter: id('matter', i % matters) }),
  });
  const ofMatter = (i: number) => ({
    scope: 'MATTER',
    matter: id('matter', i % matters),
    ...(i % 3 === 0 && { issue: id('issue', i) }),
  });
  for (let i = 0; i < issues; i += 1) {
    const events: Recorded[] = [
      { type: 'issue.collected', ...ofIssue(i), kind: 'Issue', subject: id('issue', i) },
      {
        ...ofIssue(i),
        type: 'link.created',
        scope: 'LINK',
        issue: id('issue', (i * 7) % issues),
        kind: 'IssueLink',
        subject: id('link', i),
      },
      { type: 'referral.offered', ...ofIssue(i), kind: 'Referral', subject: id('referral', i % 25) },
      { type: 'task.assigned', ...ofMatter(i), kind: 'Task', subject: id('task', i % 16) },
      { type: 'matter.answered', ...ofMatter(i), kind: 'Answer', subject: id('answer', i % 10) },
      { type: 'matter.assessed', ...ofMatter(i), kind: 'Assessment', subject: id('assessment', i % 9) },
      { type: 'answer.relayed', ...ofMatter(i), kind: 'AnswerRelay', subject: id('relay', i % 10) },
      { type: 'commitment.made', ...ofMatter(i), kind: 'Commitment', subject: id('commitment', i % 10) },
      { type: 'assignment.requested', ...ofIssue(i), kind: 'Assignment', subject: id('assignment', i % 12) },
      { type: 'reminder.sent', ...ofMatter(i), kind: 'Reminder', subject: id('reminder', i % 15) },
      { type: 'matter.opened', ...ofMatter(i), kind: 'Matter', subject: id('matter', i % matters) },
      { type: 'matter.invited', ...ofMatter(i), kind: 'Organization', subject: ownerOf(found, i).id },
      // About a comment on either, as seeded above.
      {
        type: 'comment.added',
        ...(i % 4 === 3 ? ofMatter(i) : ofIssue(i % 24)),
        kind: 'Comment',
        subject: id('comment', i),
      },
      { type: 'link.removed', ...ofIssue(i), kind: 'IssueLink', subject: id('lost link', i) },
    ];
    await as(client, ownerOf(found, i));
    const start = (i + Math.floor(i / 6)) % (events.length - 5);
    for (const event of events.slice(start, 6 + start)) {
      await client.query('select record_event($1, $2, $3, $4, $5, $6, $7)', [
        event.type,
        event.scope,
        event.issue ?? null,
        event.matter ?? null,
        event.kind,
        event.subject,
        event.audience ?? null,
      ]);
    }
  }
}

/** Shares taken back and given, so that access events are in the log, some about what is no longer seen. */
async function changeAccess(client: Client, found: Bodies): Promise<void> {
  const share = (issue: number, to: BodyCode): Record<string, unknown> => ({
    issue_id: id('issue', issue),
    owner_id: ownerOf(found, issue).id,
    organization_id: found[to].id,
    created_at: moment(500),
  });
  await as(client, found['MTTQ-18073']);
  await client.query(`delete from issue_share where issue_id = any($1)`, [[id('issue', 0), id('issue', 18)]]);
  await insert(client, 'issue_share', [share(18, 'SO-XAYDUNG'), share(1, 'MTTQ-18073')]);
  await client.query('select refresh_issues($1)', [[id('issue', 0), id('issue', 18), id('issue', 1)]]);
  await insert(client, 'participant', [
    {
      id: id('participant', 100),
      matter_id: id('matter', 1),
      organization_id: found['MTTQ-18073'].id,
      role: 'COORDINATING',
      invited_by_id: found['UBND-18073'].id,
      through_issue: false,
      since: moment(500),
      until: null,
    },
  ]);
  await client.query('update participant set until = $1 where matter_id = $2 and organization_id = $3', [
    moment(600),
    id('matter', 2),
    found['HDND-18073'].id,
  ]);
  for (const matter of [1, 2]) await client.query('select refresh_matter($1)', [id('matter', matter)]);
}
