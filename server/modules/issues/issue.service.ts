import { v7 as uuidv7 } from 'uuid';
import { authorize } from '../../platform/auth/policy.ts';
import { emFor, type ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { humanNumber } from '../../platform/db/human-code.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { nextNumber } from '../../platform/db/numbers.ts';
import type { RowOf } from '../../platform/db/insert.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { areaOn, topicByCode } from '../organizations/reference.load.ts';
import { IssueShare, Issue, Redirection } from './issue.entity.ts';
import { issueEvent } from './issue.events.ts';
import type { IssueCollectInput, IssueEditInput, IssueScreenInput } from './issue.inputs.ts';
import { deriveNewIssue, loadIssueFor, refreshIssues } from './issue.load.ts';
import { organizationsToShare } from './issue-share.service.ts';
import { Accusation, impersonalText, issueText, optionalText } from './issue.text.ts';

const maxVoices = 1_000_000;

export async function collectIssue(context: ViewerContext, input: IssueCollectInput): Promise<Refs> {
  try {
    return await collectOnce(context, input);
  } catch (error) {
    if (error instanceof Accusation) throw await redirect(context, error);
    throw error;
  }
}

/** The same client id is the same issue. Nearly always it is new: it is looked up where something stands against it. */
async function collectOnce(context: ViewerContext, input: IssueCollectInput): Promise<Refs> {
  try {
    return await collectNew(context, input);
  } catch (error) {
    if (!input.clientId) throw error;
    return transact(context, 'issueCollect', input, async (tx) => {
      const text = 'select id::text from issue where owner_id = app_org() and client_id = $1';
      const earlier = await tx.ask(text, [input.clientId]);
      if (earlier === null) throw error;
      return { issue: earlier };
    });
  }
}

const collectNew = (context: ViewerContext, input: IssueCollectInput): Promise<Refs> =>
  transact(context, 'issueCollect', input, async (tx) => {
    const issue = await draftOf(tx, input);
    const shares = await organizationsToShare(tx, issue, input.shareWithIds ?? [], 'input.shareWithIds');
    if (shares.length > 0 && input.visibility === 'PRIVATE') throw badInput('input.shareWithIds', 'issue.privateShare');
    tx.insert(Issue, issue);
    for (const share of shares) tx.insert(IssueShare, share);
    await deriveNewIssue(tx, issue.id);
    await tx.record(issueEvent('issue.collected', issue));
    return { issue: issue.id };
  });

async function draftOf(tx: Tx, input: IssueCollectInput): Promise<RowOf<Issue>> {
  const collectedOn = input.collectedOn ?? localDate(tx.now);
  if (collectedOn > localDate(tx.now)) throw badInput('input.collectedOn', 'date.future');
  const texts = {
    title: issueText(input.title, { field: 'input.title', max: 200 }),
    description: issueText(input.description, { field: 'input.description', max: 10_000, multiline: true }),
    place: optionalText(input.place, (place) => impersonalText(place, { field: 'input.place', max: 200 })),
  };
  const topicId = await topicByCode(tx, input.topicCode, 'input.topicCode');
  const areaId = await areaOn(tx, input.areaId, collectedOn, 'input.areaId');
  return {
    id: uuidv7(),
    code: `HT-${collectedOn.slice(0, 4)}-${humanNumber(await nextNumber(tx, 'issue_number'), 'issue')}`,
    ownerId: tx.viewer.organizationId,
    collectedById: tx.viewer.actorId,
    clientId: input.clientId ?? null,
    kind: input.kind,
    ...texts,
    status: 'RECEIVED',
    statusReason: null,
    channel: input.channel,
    topicId,
    areaId,
    voices: voicesOf(input.voices ?? 1),
    collectedOn,
    visibility: input.visibility,
    matterId: null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
}

function voicesOf(voices: number, least = 1): number {
  if (voices < least || voices > maxVoices)
    throw badInput('input.voices', 'voices.range', { min: least, max: maxVoices });
  return voices;
}

/** Only the day, the reason and the body stay. */
async function redirect(context: ViewerContext, accusation: Accusation): Promise<AppError> {
  const { viewer } = context;
  authorize(viewer, 'issueCollect');
  await emFor(context.orm, viewer).transactional((em) => {
    em.persist(
      em.create(Redirection, {
        id: uuidv7(),
        organizationId: viewer.organizationId,
        reason: accusation.reason,
        onDate: localDate(context.clock()),
      }),
    );
    return Promise.resolve();
  });
  return new AppError('OUT_OF_SCOPE', { field: accusation.field, extensions: { reason: accusation.reason } });
}

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
    if (error instanceof Accusation)
      throw new AppError('OUT_OF_SCOPE', { field: error.field, extensions: { reason: error.reason } });
    throw error;
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
    issue.status = screened[input.decision];
    issue.statusReason = reason;
    issue.touch(tx.now);
    await refreshIssues(tx, issue.id);
    await tx.record(issueEvent('issue.screened', issue));
    return { issue: issue.id };
  });
}
