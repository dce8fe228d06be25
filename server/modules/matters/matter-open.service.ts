import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { humanNumber } from '../../platform/db/human-code.ts';
import { badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import type { Issue } from '../issues/issue.entity.ts';
import { checkIssue, readIssue } from '../issues/issue.load.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { issuesOfMatches } from '../matches/match.load.ts';
import { activeOrganizations } from '../organizations/reference.load.ts';
import { Matter, type MatterIssue, type ParticipantRole } from './matter.entity.ts';
import { matterEvent } from './matter.events.ts';
import type { MatterOpenInput } from './matter.inputs.ts';
import { refreshMatter } from './matter.load.ts';
import { placeIssues, tellAdded } from './matter-issue.service.ts';
import { addParticipant } from './participant.service.ts';

const maxIssues = 100;

export interface MatterDraft {
  title: string;
  summary: string | null;
  /** Roles by organization, one of them LEAD; owners of issues need not be named. */
  roles: ReadonlyMap<string, ParticipantRole>;
  issues: readonly Issue[];
  /** Owners of the issues have agreed beforehand that the matter's bodies read them. */
  consented: boolean;
}

/** Writes a new matter; who may see what follows in tellOpened, once everything is written. */
export async function createMatter(tx: Tx, draft: MatterDraft): Promise<{ matter: Matter; places: MatterIssue[] }> {
  const [{ number }] = (await tx.em.execute<{ number: string }[]>(`select nextval('matter_number') as number`)) as [
    { number: string },
  ];
  const matter = tx.em.create(Matter, {
    id: uuidv7(),
    code: `VV-${localDate(tx.now).slice(0, 4)}-${humanNumber(Number(number), 'matter')}`,
    openedById: tx.viewer.organizationId,
    title: draft.title,
    summary: draft.summary,
    status: 'OPEN',
    outcome: null,
    plannedOn: null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  tx.em.persist(matter);
  await tx.em.flush();
  for (const [organizationId, role] of draft.roles) addParticipant(tx, { matterId: matter.id, organizationId, role });
  await tx.em.flush();
  const places = await placeIssues(tx, matter.id, draft.issues, draft.consented);
  await tx.em.flush();
  return { matter, places };
}

export async function tellOpened(
  tx: Tx,
  { matter, places }: { matter: Matter; places: readonly MatterIssue[] },
): Promise<void> {
  await refreshMatter(tx, matter.id);
  await tx.record(matterEvent('matter.opened', matter));
  for (const place of places) await tellAdded(tx, place);
}

export async function openMatter(context: ViewerContext, input: MatterOpenInput): Promise<Refs> {
  return transact(context, 'matterOpen', input, async (tx) => {
    const issues = await issuesToOpen(tx, input);
    const viewerId = tx.viewer.organizationId;
    const leadId =
      typeof input.leadId === 'string' ? (await activeOrganizations(tx, [input.leadId], 'input.leadId'))[0]! : viewerId;
    const opened = await createMatter(tx, {
      title: impersonalText(input.title, { field: 'input.title', max: 200 }),
      summary: optionalText(input.summary, (text) =>
        impersonalText(text, { field: 'input.summary', max: 10_000, multiline: true }),
      ),
      roles: new Map<string, ParticipantRole>([
        [viewerId, 'COORDINATING'],
        [leadId, 'LEAD'],
      ]),
      issues,
      consented: false,
    });
    await tellOpened(tx, opened);
    return { matter: opened.matter.id };
  });
}

async function issuesToOpen(tx: Tx, { issueIds, matchIds }: MatterOpenInput): Promise<Issue[]> {
  const field = 'input.issueIds';
  const named = issueIds.map((id) => uuidOf(id, 'issue', field));
  const uuids = [...new Set([...named, ...(await issuesOfMatches(tx, matchIds ?? [], 'input.matchIds'))])];
  if (uuids.length === 0) throw badInput(field, 'list.empty');
  if (uuids.length > maxIssues) throw badInput(field, 'list.tooLong', { max: maxIssues });
  await tx.lock(...uuids);
  await issuesOfMatches(tx, matchIds ?? [], 'input.matchIds');
  const issues: Issue[] = [];
  for (const uuid of uuids) {
    const loaded = await readIssue(tx, uuid, field);
    checkIssue('matterOpen', loaded, field);
    issues.push(loaded.issue);
  }
  return issues;
}
