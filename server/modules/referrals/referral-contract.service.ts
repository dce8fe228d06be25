import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { refreshIssues } from '../issues/issue.load.ts';
import { impersonalText } from '../issues/issue.text.ts';
import { Matter, MatterIssue } from '../matters/matter.entity.ts';
import { participantEvent } from '../matters/matter.events.ts';
import { refreshMatter } from '../matters/matter.load.ts';
import { takeOut } from '../matters/matter-issue.service.ts';
import { keepReason } from '../matters/matter-reason.service.ts';
import { endPart, givePart } from '../matters/participant.service.ts';
import { ReferralQuestion, type Referral } from './referral.entity.ts';
import { referralEvent } from './referral.events.ts';
import type {
  ReferralAskInput,
  ReferralReplyInput,
  ReferralReturnInput,
  ReferralWithdrawInput,
} from './referral.inputs.ts';
import { loadReferralFor } from './referral.load.ts';
import { requestAssignment, suggestedBody } from './referral.service.ts';

const textOf = (text: string, field: string): string => impersonalText(text, { field, max: 2000, multiline: true });

export async function askBack(context: ViewerContext, input: ReferralAskInput): Promise<Refs> {
  return transact(context, 'referralAsk', input, async (tx) => {
    const { referral } = await loadReferralFor('referralAsk', tx, input.id);
    expectVersion(referral.version, input.expectedVersion);
    const question = tx.em.create(ReferralQuestion, {
      id: uuidv7(),
      referralId: referral.id,
      organizationId: tx.viewer.organizationId,
      question: textOf(input.question, 'input.question'),
      askedAt: tx.now,
      reply: null,
      repliedById: null,
      repliedAt: null,
    });
    tx.em.persist(question);
    referral.version += 1;
    await tx.record(referralEvent('referral.asked', referral));
    return { referral: referral.id };
  });
}

export async function replyTo(context: ViewerContext, input: ReferralReplyInput): Promise<Refs> {
  return transact(context, 'referralReply', input, async (tx) => {
    const { referral } = await loadReferralFor('referralReply', tx, input.id);
    expectVersion(referral.version, input.expectedVersion);
    const question = await tx.em.findOneOrFail(ReferralQuestion, { referralId: referral.id, reply: null });
    question.reply = textOf(input.reply, 'input.reply');
    question.repliedById = tx.viewer.organizationId;
    question.repliedAt = tx.now;
    await tx.record(referralEvent('referral.replied', referral));
    return { referral: referral.id };
  });
}

export async function withdrawReferral(context: ViewerContext, input: ReferralWithdrawInput): Promise<Refs> {
  return transact(context, 'referralWithdraw', input, async (tx) => {
    const { referral, issue } = await loadReferralFor('referralWithdraw', tx, input.id);
    expectVersion(referral.version, input.expectedVersion);
    referral.reason = textOf(input.reason, 'input.reason');
    referral.decide('WITHDRAWN', tx.now);
    await refreshIssues(tx, issue.id);
    await tx.record(referralEvent('referral.withdrawn', referral));
    return { referral: referral.id };
  });
}

/** What the body took on goes back to who offered it: the part in the matter, or the issue out of a matter of its own. */
export async function returnReferral(context: ViewerContext, input: ReferralReturnInput): Promise<Refs> {
  return transact(context, 'referralReturn', input, async (tx) => {
    const { referral, issue } = await loadReferralFor('referralReturn', tx, input.id);
    expectVersion(referral.version, input.expectedVersion);
    const reason = textOf(input.reason, 'input.reason');
    const suggestedId = await suggestedBody(tx, input.suggestedOrganizationId);
    const matter = await tx.em.findOneOrFail(Matter, { id: issue.matterId! }, { refresh: true });
    const place = await tx.em.findOneOrFail(MatterIssue, { issueId: issue.id });
    referral.giveBack(tx.now);
    referral.reason = reason;
    referral.suggestedId = suggestedId;
    await (wasTakenIn(referral, place, matter)
      ? takeOut(tx, { matter, place, reason })
      : handBack(tx, { referral, matter, reason }));
    await tx.record(referralEvent('referral.returned', referral));
    await requestAssignment(tx, issue.id);
    return { referral: referral.id };
  });
}

/** Into a matter that the body had already; one that it opened for the issue goes back as a whole. */
function wasTakenIn({ decidedAt }: Referral, place: MatterIssue, { createdAt }: Matter): boolean {
  const accepted = decidedAt!.getTime();
  return place.addedAt.getTime() === accepted && createdAt.getTime() !== accepted;
}

interface HandBack {
  referral: Referral;
  matter: Matter;
  reason: string;
}

async function handBack(tx: Tx, { referral, matter, reason }: HandBack): Promise<void> {
  const { fromId, toId, role } = referral;
  if (role === 'LEAD') await givePart(tx, { matterId: matter.id, organizationId: fromId, role });
  await tx.em.flush();
  await endPart(tx, matter.id, toId);
  keepReason(tx, { matterId: matter.id, act: 'LEFT', reason });
  matter.touch(tx.now);
  await refreshMatter(tx, matter.id);
  if (role === 'LEAD') await tx.record(participantEvent('matter.invited', matter, fromId));
  await tx.record(participantEvent('matter.left', matter, toId));
}
