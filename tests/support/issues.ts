import type { Actor } from './actor.ts';
import { collectIssue, organizationId, type IssueRef } from './factories.ts';
import { invite, openMatter, type MatterRef } from './matters.ts';
import { mutate } from './mutations.ts';

export interface WholeIssue extends IssueRef {
  kind: string;
  title: string;
  description: string | null;
  status: string;
  statusReason: string | null;
  channel: string;
  topic: { code: string };
  area: { code: string };
  place: string | null;
  voices: number;
  collectedOn: string;
  owner: { code: string };
  visibility: string;
  sharedWith: { code: string }[];
  links: { totalCount: number; nodes: { id: string; kind: string; note: string | null; issue: { code: string } }[] };
  matter: { code: string } | null;
  viewerAccess: { level: string; hiddenFields: string[]; allowedActions: string[] };
  createdAt: string;
  updatedAt: string;
}

export const issueView = `id code version kind title description status statusReason channel topic { code } area { code }
  place voices collectedOn owner { code } visibility sharedWith { code } matter { code } createdAt updatedAt
  links { totalCount nodes { id kind note issue { code } } } viewerAccess { level hiddenFields allowedActions }`;

/** null where the actor does not see it. */
export async function seeAll(actor: Actor, { code }: { code: string }): Promise<WholeIssue | null> {
  const { issue } = await actor.ask<{ issue: WholeIssue | null }>(
    `query ($code: String!) { issue(code: $code) { ${issueView} } }`,
    { code },
  );
  return issue;
}

/** OWNER, PARTICIPANT, READER or SUMMARY; null where the actor does not see it by code, by id or in the list. */
export async function levelOf(actor: Actor, issue: IssueRef): Promise<string | null> {
  const data = await actor.ask<Record<'issue' | 'node', { viewerAccess: { level: string } } | null>>(
    `query ($code: String!, $id: ID!) { issue(code: $code) { viewerAccess { level } }
      node(id: $id) { ... on Issue { viewerAccess { level } } } }`,
    { code: issue.code, id: issue.id },
  );
  if (data.issue?.viewerAccess.level !== data.node?.viewerAccess.level) throw new Error(JSON.stringify(data));
  return data.issue?.viewerAccess.level ?? null;
}

/** Types of the issue's timeline as the actor sees it, oldest first. */
export async function issueTimeline(actor: Actor, { code }: { code: string }): Promise<string[]> {
  const { issue } = await actor.ask<{ issue: { timeline: { nodes: { type: string }[] } } }>(
    'query ($code: String!) { issue(code: $code) { timeline(first: 100) { nodes { type } } } }',
    { code },
  );
  return issue.timeline.nodes.map((event) => event.type);
}

export async function offer(actor: Actor, issue: IssueRef, to: string, role = 'LEAD'): Promise<string> {
  const { referral } = await mutate<{ referral: { id: string } }>(
    actor,
    'referralOffer',
    {
      issueId: issue.id,
      toOrganizationId: await organizationId(actor, to),
      request: 'Đề nghị xem xét, giải quyết.',
      role,
    },
    'referral { id }',
  );
  return referral.id;
}

/** An issue of the actor's body in a matter that it leads, with these bodies in these roles. */
export async function issueInMatter(
  actor: Actor,
  roles: Record<string, string>,
): Promise<{ issue: IssueRef; matter: MatterRef }> {
  const { issue, ...matter } = await openMatter(actor, { issue: await collectIssue(actor) });
  for (const [code, role] of Object.entries(roles)) await invite(actor, matter, code, role);
  const seen = await seeAll(actor, issue);
  return { issue: { id: issue.id, code: issue.code, version: seen!.version }, matter };
}

/** An issue of the leader's body that it has answered in a matter of its own. */
export async function answeredIssue(leader: Actor): Promise<IssueRef> {
  const { issue, ...matter } = await openMatter(leader);
  await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
  return issue;
}
