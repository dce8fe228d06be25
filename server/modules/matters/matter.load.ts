import { AppError, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { Matter } from './matter.entity.ts';
import { matterRules, type MatterAction, type MatterFacts } from './matter.policy.ts';

const field = 'input.matterId';

export interface LoadedMatter {
  matter: Matter;
  facts: MatterFacts;
}

/**
 * Nobody else changes these matters, their issues and `issueIds` until the transaction ends. Matters before issues,
 * all of them before the first write: the order is the same for everyone.
 */
export async function lockMatters(tx: Tx, ids: readonly string[], issueIds: readonly string[] = []): Promise<void> {
  await tx.lock(...ids);
  const inside = await tx.em.execute<{ issue_id: string }[]>(
    'select issue_id from matter_issue where matter_id = any(?::uuid[])',
    [`{${ids.join(',')}}`],
  );
  await tx.lock(...issueIds, ...inside.map((row) => row.issue_id));
}

/** A matter in which the viewer's organization takes part, for a caller that holds the lock; NOT_FOUND for any other id. */
export async function readMatter(tx: Tx, uuid: string, named: string): Promise<LoadedMatter> {
  const matter = await tx.em.findOne(Matter, { id: uuid }, { refresh: true });
  const facts = matter && (await factsOf(tx, matter));
  if (!matter || !facts) throw notFound(named);
  return { matter, facts };
}

export async function factsOf(tx: Tx, matter: Matter): Promise<MatterFacts | null> {
  const [row] = await tx.em.execute<(Omit<MatterFacts, 'status'> & { answerer: string | null })[]>(
    `select a.role, last.organization_id as answerer,
        exists (select from matter_issue mi where mi.matter_id = a.matter_id and mi.owner_id = app_org()) as "isCollecting",
        exists (select from matter_issue mi where mi.matter_id = a.matter_id
          and app_org() in (mi.owner_id, mi.added_by_id)) as "hasIssues",
        exists (select from answer_draft d where d.matter_id = a.matter_id and d.organization_id = app_org()) as "hasDraft"
      from matter_access a left join lateral (select n.organization_id from answer n
        where n.matter_id = a.matter_id order by n.id desc limit 1) last on true
      where a.matter_id = ? and a.organization_id = app_org()`,
    [matter.id],
  );
  if (!row) return null;
  const { answerer, ...facts } = row;
  return {
    ...facts,
    status: matter.status,
    hasAnswer: answerer !== null,
    gaveLatestAnswer: answerer === tx.viewer.organizationId,
  };
}

/** FORBIDDEN where the act is not this body's, INVALID_STATE where it is not possible now. */
export function checkMatter(action: MatterAction, { facts }: LoadedMatter, named: string): void {
  const rule = matterRules[action];
  if (!rule.by(facts)) throw new AppError('FORBIDDEN', { field: named });
  if (!rule.while(facts))
    throw new AppError('INVALID_STATE', { field: named, messageKey: 'matter.state', params: { status: facts.status } });
}

/** The matter named by a global id, locked, for an act that is allowed on it now. */
export async function loadMatterFor(action: MatterAction, tx: Tx, id: string): Promise<LoadedMatter> {
  const uuid = uuidOf(id, 'matter', field);
  await tx.lock(uuid);
  return readMatterFor(action, tx, uuid);
}

/** The same for an act that issues follow: they are locked too, and `issueIds` with them. */
export async function loadMatterWithIssuesFor(
  action: MatterAction,
  tx: Tx,
  id: string,
  issueIds: readonly string[] = [],
): Promise<LoadedMatter> {
  const uuid = uuidOf(id, 'matter', field);
  await lockMatters(tx, [uuid], issueIds);
  return readMatterFor(action, tx, uuid);
}

async function readMatterFor(action: MatterAction, tx: Tx, uuid: string): Promise<LoadedMatter> {
  const loaded = await readMatter(tx, uuid, field);
  checkMatter(action, loaded, field);
  return loaded;
}

/** Access, audience and the status of its issues follow from participants, issues and status. */
export async function refreshMatter(tx: Tx, matterId: string): Promise<void> {
  await tx.em.flush();
  await tx.em.execute('select refresh_matter(?::uuid)', [matterId]);
}
