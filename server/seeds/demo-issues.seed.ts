import type { Client } from 'pg';
import { collectIssue } from '../modules/issues/issue-collect.service.ts';
import type { ViewerContext } from '../platform/context.ts';
import { localDate } from '../platform/days.ts';
import { stableUuid } from '../platform/db/stable-uuid.ts';
import { encodeNodeId } from '../platform/graphql/node-id.ts';
import { demoAppId, ensureDemoApps } from './demo-accounts.seed.ts';
import { demoIssues, type DemoIssue } from './demo-issues.data.ts';

const dayInMs = 86_400_000;
const clientIdOf = (index: number): string => stableUuid('demo-issue', String(index));

/** The demo's issues, collected through the same use case as everybody's; a second start finds them and stops. */
export async function seedDemoIssues(client: Client, context: Omit<ViewerContext, 'viewer'>): Promise<void> {
  const seeded = await client.query('select from issue where client_id = $1', [clientIdOf(demoIssues.length - 1)]);
  if (seeded.rowCount) return;
  await ensureDemoApps(
    client,
    demoIssues.map((issue) => issue.body),
  );
  const bodies = await idsByCode(client, 'select id, code from organization');
  const areas = await idsByCode(client, 'select id, code from area where valid_to is null');
  for (const [index, issue] of demoIssues.entries()) {
    const organizationId = bodies.get(issue.body)!;
    const viewer = {
      actorId: demoAppId(issue.body),
      kind: 'APP',
      organizationId,
      roles: new Set(['OFFICER'] as const),
      expiresAt: null,
      credential: 'seed',
    } as const;
    await collectIssue(
      { ...context, viewer },
      { ...inputOf(issue, bodies, areas, context.clock()), clientId: clientIdOf(index), repeatsId: null },
    );
  }
}

function inputOf(issue: DemoIssue, bodies: Map<string, string>, areas: Map<string, string>, now: Date) {
  const { kind, channel, visibility, title, description, place, voices = 1 } = issue;
  return {
    kind,
    channel,
    visibility,
    title,
    description,
    place,
    voices,
    topicCode: issue.topic,
    areaId: encodeNodeId('area', areas.get(issue.area)!),
    collectedOn: localDate(new Date(now.getTime() - issue.daysAgo * dayInMs)),
    shareWithIds: (issue.sharedWith ?? []).map((code) => encodeNodeId('org', bodies.get(code)!)),
  };
}

async function idsByCode(client: Client, query: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; code: string }>(query);
  return new Map(rows.map((row) => [row.code, row.id]));
}
