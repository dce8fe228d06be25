import { v7 as uuidv7 } from 'uuid';
import { authorize } from '../../platform/auth/policy.ts';
import { emFor, type ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { humanNumber } from '../../platform/db/human-code.ts';
import type { RowOf } from '../../platform/db/insert.ts';
import { nextNumber } from '../../platform/db/numbers.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { areaOn, topicByCode } from '../organizations/reference.load.ts';
import { Issue, IssueShare, Redirection } from './issue.entity.ts';
import { issueEvent } from './issue.events.ts';
import type { IssueCollectInput } from './issue.inputs.ts';
import { checkIssue, deriveNewIssue, issueFacts } from './issue.load.ts';
import { insertLink } from './issue-link.service.ts';
import { organizationsToShare } from './issue-share.service.ts';
import { Accusation, impersonalText, issueText, optionalText } from './issue.text.ts';

const maxVoices = 1_000_000;

/** What a body collected: one issue, or a row of a batch. */
export type Collected = Omit<IssueCollectInput, 'idempotencyKey'> & Partial<Pick<IssueCollectInput, 'idempotencyKey'>>;

export async function collectIssue(context: ViewerContext, input: Collected): Promise<Refs> {
  try {
    return await collectOnce(context, input);
  } catch (error) {
    if (error instanceof Accusation) throw await redirect(context, error);
    throw error;
  }
}

/** The same client id is the same issue. Nearly always it is new: it is looked up where something stands against it. */
async function collectOnce(context: ViewerContext, input: Collected): Promise<Refs> {
  try {
    return await collectNew(context, input);
  } catch (error) {
    if (!input.clientId) throw error;
    return transact(context, 'issueCollect', input, async (tx) => {
      const text = 'select id::text from issue where owner_id = app_org() and client_id = $1';
      const earlier = await tx.ask(text, [input.clientId]);
      if (earlier === null) throw error;
      return { issue: earlier, repeated: 'yes' };
    });
  }
}

const collectNew = (context: ViewerContext, input: Collected): Promise<Refs> =>
  transact(context, 'issueCollect', input, async (tx) => {
    const repeats = await issueRepeated(tx, input.repeatsId);
    const issue = await draftOf(tx, input);
    const shares = await organizationsToShare(tx, issue, input.shareWithIds ?? [], 'input.shareWithIds');
    if (shares.length > 0 && input.visibility === 'PRIVATE') throw badInput('input.shareWithIds', 'issue.privateShare');
    tx.insert(Issue, issue);
    for (const share of shares) tx.insert(IssueShare, share);
    await deriveNewIssue(tx, issue.id);
    await tx.record(issueEvent('issue.collected', issue));
    if (repeats) await insertLink(tx, { fromId: issue.id, toId: repeats, kind: 'REPEATS', note: null });
    return { issue: issue.id, repeated: null };
  });

/** What was answered and is raised again; anything else is RELATED at most. */
async function issueRepeated(tx: Tx, id: string | null | undefined): Promise<string | null> {
  if (typeof id !== 'string') return null;
  const field = 'input.repeatsId';
  const uuid = uuidOf(id, 'issue', field);
  await tx.lock(uuid);
  const facts = await issueFacts(tx, uuid, field);
  checkIssue('issueLink', { facts }, field);
  if (!['ANSWERED', 'CLOSED'].includes(facts.status))
    throw new AppError('INVALID_STATE', { field, messageKey: 'issue.notAnswered' });
  return uuid;
}

async function draftOf(tx: Tx, input: Collected): Promise<RowOf<Issue>> {
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
export async function newIssue(tx: Tx, content: Content): Promise<RowOf<Issue>> {
  return {
    id: uuidv7(),
    code: `HT-${content.collectedOn.slice(0, 4)}-${humanNumber(await nextNumber(tx, 'issue_number'), 'issue')}`,
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
  };
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
