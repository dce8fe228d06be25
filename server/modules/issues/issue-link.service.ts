import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { IssueLink } from './issue.entity.ts';
import { linkEvent } from './issue.events.ts';
import type { IssueLinkInput, IssueUnlinkInput } from './issue.inputs.ts';
import { checkIssue, readIssue } from './issue.load.ts';
import { impersonalText, optionalText } from './issue.text.ts';

export async function linkIssues(context: ViewerContext, input: IssueLinkInput): Promise<Refs> {
  return transact(context, 'issueLink', input, async (tx) => {
    const [fromId, toId] = [uuidOf(input.fromId, 'issue', 'input.fromId'), uuidOf(input.toId, 'issue', 'input.toId')];
    if (fromId === toId) throw badInput('input.toId', 'link.itself');
    await tx.lock(fromId, toId);
    checkIssue('issueLink', await readIssue(tx, fromId, 'input.fromId'), 'input.fromId');
    checkIssue('issueLink', await readIssue(tx, toId, 'input.toId'), 'input.toId');
    const note = optionalText(input.note, (text) =>
      impersonalText(text, { field: 'input.note', max: 2000, multiline: true }),
    );
    const ends = { fromId, toId, kind: input.kind };
    const known = await tx.em.findOne(IssueLink, { ...ends, createdById: tx.viewer.organizationId });
    return { link: known?.id ?? (await insertLink(tx, { ...ends, note })) };
  });
}

type NewLink = Pick<IssueLink, 'fromId' | 'toId' | 'kind' | 'note'>;

/** Between two issues that are locked and that the viewer may read, where there is no such link yet. */
export async function insertLink(tx: Tx, link: NewLink): Promise<string> {
  const id = uuidv7();
  const made = { id, ...link, createdById: tx.viewer.organizationId, createdAt: tx.now };
  tx.insert(IssueLink, made);
  await tx.record(linkEvent('link.created', made, link.fromId));
  await tx.record(linkEvent('link.created', made, link.toId));
  return id;
}

export async function unlinkIssues(context: ViewerContext, input: IssueUnlinkInput): Promise<Refs> {
  return transact(context, 'issueUnlink', input, async (tx) => {
    const id = uuidOf(input.linkId, 'link', 'input.linkId');
    const known = await tx.em.findOne(IssueLink, { id });
    await tx.lock(known?.fromId ?? null, known?.toId ?? null);
    // Somebody may have removed it while this one waited.
    const link = known && (await tx.em.findOne(IssueLink, { id }, { refresh: true }));
    if (!link) throw notFound('input.linkId');
    optionalText(input.reason, (text) => impersonalText(text, { field: 'input.reason', max: 2000, multiline: true }));
    const from = await readIssue(tx, link.fromId, 'input.linkId');
    const to = await readIssue(tx, link.toId, 'input.linkId');
    const isMaker = link.createdById === tx.viewer.organizationId;
    if (!isMaker && !from.facts.isOwner && !to.facts.isOwner)
      throw new AppError('FORBIDDEN', { field: 'input.linkId' });
    await tx.record(linkEvent('link.removed', link, link.fromId));
    await tx.record(linkEvent('link.removed', link, link.toId));
    tx.em.remove(link);
    return { unlinked: id };
  });
}
