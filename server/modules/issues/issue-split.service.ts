import type { ViewerContext } from '../../platform/context.ts';
import type { RowOf } from '../../platform/db/insert.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { areaOn, topicByCode } from '../organizations/reference.load.ts';
import { Issue, IssueShare } from './issue.entity.ts';
import { issueEvent } from './issue.events.ts';
import type { IssuePartInput, IssueRejoinInput, IssueSplitInput } from './issue-intake.inputs.ts';
import { checkIssue, deriveNewIssue, loadIssue, loadIssueFor, refreshIssues } from './issue.load.ts';
import { newIssue, outOfScope } from './issue-collect.service.ts';
import { Accusation, impersonalText, issueText, optionalText } from './issue.text.ts';

const [minParts, maxParts] = [2, 20];

/** Each part is open to whom the whole is open; the whole stays as what it was collected as. */
export async function splitIssue(context: ViewerContext, input: IssueSplitInput): Promise<Refs> {
  try {
    return await transact(context, 'issueSplit', input, async (tx) => {
      const whole = await loadIssueFor('issueSplit', tx, input.id, 'input.id');
      expectVersion(whole.version, input.expectedVersion);
      if (input.parts.length < minParts || input.parts.length > maxParts)
        throw badInput('input.parts', 'parts.range', { min: minParts, max: maxParts });
      const parts: RowOf<Issue>[] = [];
      for (const [i, part] of input.parts.entries()) parts.push(await partOf(tx, whole, part, `input.parts.${i}`));
      const shares = await tx.em.find(IssueShare, { issueId: whole.id });
      for (const part of parts) {
        tx.insert(Issue, part);
        for (const { organizationId, ownerId } of shares)
          tx.insert(IssueShare, { issueId: part.id, organizationId, ownerId, createdAt: tx.now });
        await deriveNewIssue(tx, part.id);
      }
      whole.moveTo('SUPERSEDED', null, tx.now);
      await refreshIssues(tx, whole.id);
      await tx.record(issueEvent('issue.split', whole));
      for (const part of parts) await tx.record(issueEvent('issue.collected', part));
      return { issue: whole.id };
    });
  } catch (error) {
    throw error instanceof Accusation ? outOfScope(error) : error;
  }
}

async function partOf(tx: Tx, whole: Issue, input: IssuePartInput, at: string): Promise<RowOf<Issue>> {
  const { channel, voices, collectedOn, visibility } = whole;
  return newIssue(tx, {
    kind: input.kind ?? whole.kind,
    title: issueText(input.title, { field: `${at}.title`, max: 200 }),
    description: issueText(input.description, { field: `${at}.description`, max: 10_000, multiline: true }),
    place:
      optionalText(input.place, (place) => impersonalText(place, { field: `${at}.place`, max: 200 })) ?? whole.place,
    topicId:
      typeof input.topicCode === 'string' ? await topicByCode(tx, input.topicCode, `${at}.topicCode`) : whole.topicId,
    areaId:
      typeof input.areaId === 'string' ? await areaOn(tx, input.areaId, collectedOn, `${at}.areaId`) : whole.areaId,
    ...{ channel, voices, collectedOn, visibility },
    clientId: null,
    parentId: whole.id,
  });
}

/** Undoes a split while nobody works on a part: parts stay as what was done, the whole is screened anew. */
export async function rejoinIssue(context: ViewerContext, input: IssueRejoinInput): Promise<Refs> {
  return transact(context, 'issueRejoin', input, async (tx) => {
    const loaded = await loadIssue(tx, input.id, 'input.id');
    const { issue: whole } = loaded;
    const known = await tx.em.find(Issue, { parentId: whole.id });
    await tx.lock(...known.map((part) => part.id));
    checkIssue('issueRejoin', loaded, 'input.id');
    expectVersion(whole.version, input.expectedVersion);
    const parts = await tx.em.find(Issue, { parentId: whole.id }, { refresh: true, orderBy: { id: 'asc' } });
    const standing = parts.filter((part) => part.status !== 'SUPERSEDED');
    const worked = standing.find(
      (part) => !['RECEIVED', 'NEEDS_INFO', 'SCREENED', 'OUT_OF_SCOPE'].includes(part.status),
    );
    if (worked) throw new AppError('INVALID_STATE', { field: 'input.id', messageKey: 'issue.partInUse' });
    const reason = impersonalText(input.reason, { field: 'input.reason', max: 2000, multiline: true });
    for (const part of standing) part.moveTo('SUPERSEDED', reason, tx.now);
    whole.moveTo('RECEIVED', reason, tx.now);
    await refreshIssues(tx, whole.id, ...standing.map((part) => part.id));
    for (const issue of [whole, ...standing]) await tx.record(issueEvent('issue.rejoined', issue));
    return { issue: whole.id };
  });
}
