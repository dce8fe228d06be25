import type { ViewerContext } from '../../platform/context.ts';
import { badInput } from '../../platform/errors.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { areaOn, topicByCode } from '../organizations/reference.load.ts';
import type { Issue } from './issue.entity.ts';
import { issueEvent } from './issue.events.ts';
import type { IssueEditInput, IssueScreenInput } from './issue.inputs.ts';
import { loadIssueFor, refreshIssues } from './issue.load.ts';
import { outOfScope, voicesOf } from './issue-collect.service.ts';
import { Accusation, impersonalText, issueText, optionalText } from './issue.text.ts';

export async function editIssue(context: ViewerContext, input: IssueEditInput): Promise<Refs> {
  try {
    return await transact(context, 'issueEdit', input, async (tx) => {
      const issue = await loadIssueFor('issueEdit', tx, input.id, 'input.id');
      expectVersion(issue.version, input.expectedVersion);
      await applyEdit(tx, issue, input);
      issue.touch(tx.now);
      await refreshIssues(tx, issue.id);
      await tx.record(issueEvent('issue.edited', issue));
      return { issue: issue.id };
    });
  } catch (error) {
    throw error instanceof Accusation ? outOfScope(error) : error;
  }
}

async function applyEdit(tx: Tx, issue: Issue, input: IssueEditInput): Promise<void> {
  const { title, description, place, topicCode, areaId, voices } = input;
  if (given(title)) issue.title = issueText(title, { field: 'input.title', max: 200 });
  if (given(description))
    issue.description = issueText(description, { field: 'input.description', max: 10_000, multiline: true });
  if (given(place))
    issue.place = place.trim() === '' ? null : impersonalText(place, { field: 'input.place', max: 200 });
  if (given(topicCode)) issue.topicId = await topicByCode(tx, topicCode, 'input.topicCode');
  if (given(areaId)) issue.areaId = await areaOn(tx, areaId, issue.collectedOn, 'input.areaId');
  if (given(voices)) issue.voices = voicesOf(voices, issue.voices);
}

const given = <T>(v: T | null | undefined): v is T => v !== null && v !== undefined;

const screened = { ACCEPT: 'SCREENED', NEEDS_INFO: 'NEEDS_INFO', OUT_OF_SCOPE: 'OUT_OF_SCOPE' } as const;

export async function screenIssue(context: ViewerContext, input: IssueScreenInput): Promise<Refs> {
  return transact(context, 'issueScreen', input, async (tx) => {
    const issue = await loadIssueFor('issueScreen', tx, input.id, 'input.id');
    expectVersion(issue.version, input.expectedVersion);
    const reason = optionalText(input.reason, (text) =>
      impersonalText(text, { field: 'input.reason', max: 2000, multiline: true }),
    );
    if (reason === null && input.decision !== 'ACCEPT') throw badInput('input.reason', 'reason.required');
    issue.moveTo(screened[input.decision], reason, tx.now);
    await refreshIssues(tx, issue.id);
    await tx.record(issueEvent('issue.screened', issue));
    return { issue: issue.id };
  });
}
