import { v7 as uuidv7 } from 'uuid';
import { authorize } from '../../platform/auth/policy.ts';
import { emFor, type ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { humanNumber } from '../../platform/db/human-code.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { areaOn, topicByCode } from '../organizations/reference.load.ts';
import { Issue, Redirection } from './issue.entity.ts';
import { issueEvent } from './issue.events.ts';
import type { IssueCollectInput } from './issue.inputs.ts';
import { checkIssue, readIssue, refreshIssues } from './issue.load.ts';
import { addLink } from './issue-link.service.ts';
import { organizationsToShare } from './issue-share.service.ts';
import { Accusation, impersonalText, issueText, optionalText } from './issue.text.ts';

const maxVoices = 1_000_000;

/** What a body collected: one issue, or a row of a batch. */
export type Collected = Omit<IssueCollectInput, 'idempotencyKey'>;

/** What the payload shows, and whether the clientId had brought the same issue before. */
export type CollectRefs = Refs & { issue: string; repeated: 'yes' | null };

export async function collectIssue(
  context: ViewerContext,
  input: Collected & { idempotencyKey?: string | null | undefined },
): Promise<CollectRefs> {
  try {
    return (await transact(context, 'issueCollect', input, (tx) => collectInto(tx, input))) as CollectRefs;
  } catch (error) {
    if (error instanceof Accusation) throw await redirect(context, error);
    throw error;
  }
}

async function collectInto(tx: Tx, input: Collected): Promise<Refs> {
  const earlier = input.clientId && (await earlierCollect(tx, input.clientId));
  if (earlier) return { issue: earlier, repeated: 'yes' };
  const repeats = await issueRepeated(tx, input.repeatsId);
  const issue = await draftOf(tx, input);
  const shares = await organizationsToShare(tx, issue, input.shareWithIds ?? [], 'input.shareWithIds');
  if (shares.length > 0 && input.visibility === 'PRIVATE') throw badInput('input.shareWithIds', 'issue.privateShare');
  tx.em.persist(issue);
  await tx.em.flush();
  for (const share of shares) tx.em.persist(share);
  await refreshIssues(tx, issue.id);
  await tx.record(issueEvent('issue.collected', issue));
  if (repeats) await addLink(tx, { fromId: issue.id, toId: repeats, kind: 'REPEATS', note: null });
  return { issue: issue.id, repeated: null };
}

/** The same clientId is the same issue, also when two requests bring it at once. */
async function earlierCollect(tx: Tx, clientId: string): Promise<string | null> {
  await tx.lock(clientId);
  const issue = await tx.em.findOne(Issue, { ownerId: tx.viewer.organizationId, clientId });
  return issue?.id ?? null;
}

/** What was answered and is raised again; anything else is RELATED at most. */
async function issueRepeated(tx: Tx, id: string | null | undefined): Promise<string | null> {
  if (typeof id !== 'string') return null;
  const field = 'input.repeatsId';
  const uuid = uuidOf(id, 'issue', field);
  await tx.lock(uuid);
  const loaded = await readIssue(tx, uuid, field);
  checkIssue('issueLink', loaded, field);
  if (!['ANSWERED', 'CLOSED'].includes(loaded.issue.status))
    throw new AppError('INVALID_STATE', { field, messageKey: 'issue.notAnswered' });
  return uuid;
}

async function draftOf(tx: Tx, input: Collected): Promise<Issue> {
  const collectedOn = input.collectedOn ?? localDate(tx.now);
  if (collectedOn > localDate(tx.now)) throw badInput('input.collectedOn', 'date.future');
  const texts = {
    title: issueText(input.title, { field: 'input.title', max: 200 }),
    description: issueText(input.description, { field: 'input.description', max: 10_000, multiline: true }),
    place: optionalText(input.place, (place) => impersonalText(place, { field: 'input.place', max: 200 })),
  };
  const topicId = await topicByCode(tx, input.topicCode, 'input.topicCode');
  const areaId = await areaOn(tx, input.areaId, collectedOn, 'input.areaId');
  const { kind, channel, visibility, clientId = null } = input;
  const voices = voicesOf(input.voices ?? 1);
  const received = { clientId, kind, channel, visibility, voices, topicId, areaId, collectedOn };
  return newIssue(tx, { ...received, ...texts, parentId: null });
}

type Content = Pick<Issue, 'kind' | 'title' | 'description' | 'place' | 'channel' | 'topicId' | 'areaId' | 'voices'> &
  Pick<Issue, 'collectedOn' | 'visibility' | 'clientId' | 'parentId'>;

/** A received issue of the viewer's body, not yet written. */
export async function newIssue(tx: Tx, content: Content): Promise<Issue> {
  const [{ number }] = (await tx.em.execute<{ number: string }[]>(`select nextval('issue_number') as number`)) as [
    { number: string },
  ];
  return tx.em.create(Issue, {
    id: uuidv7(),
    code: `HT-${content.collectedOn.slice(0, 4)}-${humanNumber(Number(number), 'issue')}`,
    ownerId: tx.viewer.organizationId,
    collectedById: tx.viewer.actorId,
    ...content,
    status: 'RECEIVED',
    statusReason: null,
    statusSince: tx.now,
    matterId: null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
}

export function voicesOf(voices: number, least = 1): number {
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
  return outOfScope(accusation);
}

export const outOfScope = ({ field, reason }: Accusation): AppError =>
  new AppError('OUT_OF_SCOPE', { field, extensions: { reason } });
