import type { Actor } from './actor.ts';
import type { TestApp } from './app.ts';
import { collectIssue, organizationId, type IssueRef } from './factories.ts';
import { offer } from './issues.ts';
import { mutate } from './mutations.ts';

type Input = Record<string, unknown>;

export interface ReferralView {
  status: string;
  reason: string | null;
  version: number;
  assigned: boolean;
  noneCompetent: boolean;
  reminderCount: number;
  allowedActions: string[];
  from: { code: string };
  to: { code: string };
  suggested: { code: string } | null;
  questions: { question: string; reply: string | null; repliedBy: { code: string } | null }[];
}

export const referralView = `status reason version assigned noneCompetent reminderCount allowedActions from { code }
  to { code } suggested { code } questions { question reply repliedBy { code } }`;

/** null where the actor does not see it. */
export async function seeReferral(actor: Actor, id: string): Promise<ReferralView | null> {
  const { node } = await actor.ask<{ node: ReferralView | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { ${referralView} } } }`,
    { id },
  );
  return node;
}

/** Offers the issue to a body that refuses it, with a better address where one is named. */
export async function refuse(
  actor: Actor,
  { app, issue, by, suggested }: { app: TestApp; issue: IssueRef; by: string; suggested?: string },
): Promise<string> {
  const id = await offer(actor, issue, by);
  const more: Input = suggested ? { suggestedOrganizationId: await organizationId(actor, suggested) } : {};
  await mutate(app.app(by), 'referralDecline', { id, reason: 'Không thuộc thẩm quyền.', ...more });
  return id;
}

/** Of an issue of the women's union that went round between two unions: it waits for the Front above them. */
export async function requestedAssignment(app: TestApp, front: Actor): Promise<string> {
  const women = app.app('PN-18073');
  const issue = await collectIssue(women);
  await refuse(women, { app, issue, by: 'CD-18073' });
  await refuse(women, { app, issue, by: 'ND-18073', suggested: 'CD-18073' });
  return (await assignmentOf(front, issue))!.id;
}

export interface AssignmentView {
  id: string;
  cause: string;
  status: string;
  version: number;
  allowedActions: string[];
  assigner: { code: string };
  referral: { to: { code: string } } | null;
}

/** The latest of the issue; null where the actor sees none. */
export async function assignmentOf(actor: Actor, { code }: { code: string }): Promise<AssignmentView | null> {
  const { issue } = await actor.ask<{ issue: { assignments: AssignmentView[] } | null }>(
    `query ($code: String!) { issue(code: $code) { assignments {
      id cause status version allowedActions assigner { code } referral { to { code } } } } }`,
    { code },
  );
  return issue?.assignments.at(-1) ?? null;
}
