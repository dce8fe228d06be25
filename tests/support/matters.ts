import type { Actor } from './actor.ts';
import { collectIssue, organizationId, type IssueRef } from './factories.ts';
import { mutate } from './mutations.ts';

export interface MatterRef {
  id: string;
  code: string;
  version: number;
}

export interface MatterView extends MatterRef {
  title: string;
  status: string;
  outcome: string | null;
  plannedOn: string | null;
  voices: number;
  reopenReason: string | null;
  lead: { code: string } | null;
  participants: { role: string; organization: { code: string } }[];
  issues: { totalCount: number; nodes: { id: string }[] };
  reasons: { act: string; reason: string; issue: { id: string } | null; organization: { code: string } }[];
  viewerAccess: { level: string; hiddenFields: string[]; allowedActions: string[] };
}

const view = `id code version title status outcome plannedOn voices reopenReason lead { code }
  participants { role organization { code } } issues { totalCount nodes { id } }
  reasons { act reason issue { id } organization { code } } viewerAccess { level hiddenFields allowedActions }`;

/** null where the actor does not see it. */
export async function seeMatter(actor: Actor, { code }: { code: string }): Promise<MatterView | null> {
  const { matter } = await actor.ask<{ matter: MatterView | null }>(
    `query ($code: String!) { matter(code: $code) { ${view} } }`,
    { code },
  );
  return matter;
}

/** The parts in a matter, as `{ 'UBND-18073': 'LEAD' }`. */
export async function partsOf(actor: Actor, matter: MatterRef): Promise<Record<string, string>> {
  const seen = await seeMatter(actor, matter);
  return Object.fromEntries(seen!.participants.map(({ role, organization }) => [organization.code, role]));
}

/** A matter over a new issue of the actor's body, which leads it unless another lead is named. */
export async function openMatter(
  actor: Actor,
  { lead, issue, title = 'Ngập úng tuyến đường trước chợ' }: { lead?: string; issue?: IssueRef; title?: string } = {},
): Promise<MatterRef & { issue: IssueRef }> {
  const first = issue ?? (await collectIssue(actor));
  const leadId = lead && (await organizationId(actor, lead));
  const { matter } = await mutate<{ matter: MatterRef }>(
    actor,
    'matterOpen',
    { title, issueIds: [first.id], leadId },
    'matter { id code version }',
  );
  return { ...matter, issue: first };
}

export async function invite(actor: Actor, matter: { id: string }, code: string, role: string): Promise<void> {
  await mutate(actor, 'matterInvite', { matterId: matter.id, organizationId: await organizationId(actor, code), role });
}

/** Types of the matter's timeline as the actor sees it, oldest first. */
export async function timelineOf(actor: Actor, { code }: { code: string }): Promise<string[]> {
  const { matter } = await actor.ask<{ matter: { timeline: { nodes: { type: string }[] } } }>(
    'query ($code: String!) { matter(code: $code) { timeline(first: 100) { nodes { type } } } }',
    { code },
  );
  return matter.timeline.nodes.map((event) => event.type);
}

export interface IssueView {
  status: string;
  description: string | null;
  removalReason: string | null;
  matter: { code: string } | null;
  viewerAccess: { level: string; hiddenFields: string[]; allowedActions: string[] };
}

export async function seeIssue(actor: Actor, { code }: { code: string }): Promise<IssueView | null> {
  const { issue } = await actor.ask<{ issue: IssueView | null }>(
    `query ($code: String!) { issue(code: $code) { status description removalReason matter { code }
      viewerAccess { level hiddenFields allowedActions } } }`,
    { code },
  );
  return issue;
}
