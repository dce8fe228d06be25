import type { Actor } from './actor.ts';

export interface IssueRef {
  id: string;
  code: string;
  version: number;
}

const ids = new Map<string, string>();

/** Global id of a body by its code. */
export async function organizationId(actor: Actor, code: string): Promise<string> {
  const known = ids.get(code);
  if (known) return known;
  const { organization } = await actor.ask<{ organization: { id: string } }>(
    'query ($code: String!) { organization(code: $code) { id } }',
    { code },
  );
  ids.set(code, organization.id);
  return organization.id;
}

/** Global id of today's unit with this national code. */
export async function areaId(actor: Actor, code = '18073'): Promise<string> {
  const { areas } = await actor.ask<{ areas: { nodes: { id: string; code: string }[] } }>(
    'query ($code: String!) { areas(query: $code, on: "2026-01-01") { nodes { id code } } }',
    { code },
  );
  return areas.nodes.find((area) => area.code === code)!.id;
}

export const collect =
  'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { position issue { id code version } } }';

export async function issueInput(
  actor: Actor,
  overrides: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  return {
    kind: 'REFLECTION',
    title: 'Nắp cống trước chợ bị vỡ',
    description: 'Nắp cống trước cổng chợ bị vỡ hai tuần nay, xe qua lại nguy hiểm.',
    topicCode: 'DRAINAGE',
    areaId: await areaId(actor),
    channel: 'BRANCH_MEETING',
    visibility: 'PRIVATE',
    ...overrides,
  };
}

/** An issue of the actor's body: private unless told otherwise; `sharedWith` takes codes of bodies. */
export async function collectIssue(
  actor: Actor,
  overrides: Record<string, unknown> & { sharedWith?: string[] } = {},
): Promise<IssueRef> {
  const { sharedWith, ...rest } = overrides;
  const shares = sharedWith && {
    visibility: 'SHARED',
    shareWithIds: await Promise.all(sharedWith.map((code) => organizationId(actor, code))),
  };
  const input = await issueInput(actor, { ...shares, ...rest });
  const { issueCollect } = await actor.ask<{ issueCollect: { issue: IssueRef } }>(collect, { input });
  return issueCollect.issue;
}
