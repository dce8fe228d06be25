import { localDate } from '../../platform/days.ts';
import type { Reaction, RecordedEvent, Tx } from '../../platform/transact.ts';
import { clockTxOf, type ClockTx } from './clock-tx.ts';
import { ruleColumns, type ClockRunner, type DeadlineRow, type RuleRow, type SubjectKind } from './deadline.entity.ts';
import { fireDue } from './deadline-fire.service.ts';
import { loadDeadline } from './deadline.load.ts';
import { endDeadline, openDeadline, pauseDeadline } from './deadline.service.ts';

/** What there is around an event that a clock may hang on; null where there is no such thing. */
interface Facts {
  issue: { id: string; owner: string; ownerKind: string; channel: string; status: string } | null;
  matter: { id: string; status: string; lead: string; leadKind: string; channels: string[] } | null;
  referral: { id: string; issue: string; to: string; toKind: string; role: string } | null;
  task: { id: string; organization: string; kind: string; dueOn: string | null; status: string } | null;
  answer: { id: string; organization: string; kind: string; outcome: string; plannedOn: string | null } | null;
  verdict: string | null;
  part: string | null;
}

const factsSql = `select
  (select json_build_object('id', i.id, 'owner', i.owner_id, 'ownerKind', o.kind, 'channel', i.channel, 'status', i.status)
    from issue i join organization o on o.id = i.owner_id where i.id = $1) as issue,
  (select json_build_object('id', p.matter_id, 'status', m.status, 'lead', p.organization_id, 'leadKind', o.kind, 'channels',
      coalesce((select json_agg(distinct i.channel) from matter_issue mi join issue i on i.id = mi.issue_id
        where mi.matter_id = p.matter_id and mi.consented), '[]'))
    from participant p join organization o on o.id = p.organization_id join matter m on m.id = p.matter_id
    where p.matter_id = $2 and p.role = 'LEAD' and p.until is null) as matter,
  (select json_build_object('id', r.id, 'issue', r.issue_id, 'to', r.to_id, 'toKind', o.kind, 'role', r.role)
    from referral r join organization o on o.id = r.to_id where r.id = $3) as referral,
  (select json_build_object('id', t.id, 'organization', t.organization_id, 'kind', o.kind, 'dueOn', t.due_on,
      'status', t.status) from task t join organization o on o.id = t.organization_id where t.id = $3) as task,
  (select json_build_object('id', a.id, 'organization', a.organization_id, 'kind', o.kind, 'outcome', a.outcome,
      'plannedOn', a.planned_on) from answer a join organization o on o.id = a.organization_id where a.id = $3) as answer,
  (select s.verdict from assessment s where s.id = $3) as verdict,
  (select p.role from participant p where p.matter_id = $2 and p.organization_id = $3 and p.until is null) as part`;

/** An open clock that an event may end. */
interface Touched extends Pick<DeadlineRow, 'id' | 'subject_kind' | 'matter_id' | 'organization_id' | 'state'> {
  rule: RuleRow;
}

/** What there is around an event, the clocks that it may end, and the rules that it may start: one statement. */
interface Situation extends Facts {
  touched: Touched[];
  rules: RuleRow[];
}

// Of a task or referral only where the event is about that very one. Of each rule the newest version in force.
const situationSql = `${factsSql},
  (select coalesce(json_agg(json_build_object('id', d.id, 'subject_kind', d.subject_kind, 'matter_id', d.matter_id,
      'organization_id', d.organization_id, 'state', d.state, 'rule', row_to_json(rule)) order by d.id), '[]')
    from deadline d, lateral (select ${ruleColumns} from deadline_rule r where r.id = d.rule_id) rule
    where d.ended_at is null and (d.issue_id = $1 or d.matter_id = $2 or d.subject_id = $3)
      and (d.subject_kind not in ('Task', 'Referral') or d.subject_kind <> $4 or d.subject_id = $3)) as touched,
  (select coalesce(json_agg(rule order by rule.code), '[]')
    from (select distinct on (r.code) ${ruleColumns} from deadline_rule r
      where r.valid_from <= $6::date and (r.valid_to is null or r.valid_to > $6::date)
      order by r.code, r.version desc) rule
    where rule.enabled and exists (select from unnest(rule.starts_on) s where split_part(s, '/', 1) = $5)) as rules`;

async function situationOf(clock: ClockTx, event: RecordedEvent): Promise<Situation> {
  const { issueId, matterId, subjectId, subjectKind, type } = event;
  const today = localDate(clock.now);
  const [situation] = await clock.query<Situation>(situationSql, [
    ...[issueId, matterId, subjectId, subjectKind, type, today],
  ]);
  return situation!;
}

/** The state, outcome, verdict or part that an event brought: the second half of `type/VALUE`. */
function valueOf({ subjectKind }: RecordedEvent, facts: Facts): string | null {
  const { issue, matter, referral, task, answer, verdict, part } = facts;
  // A part in a matter that has its answer sets nothing going.
  const isDecided = matter?.status === 'ANSWERED' || matter?.status === 'CLOSED';
  const values: Record<string, string | null | undefined> = {
    Issue: issue?.status,
    Matter: matter?.status,
    Referral: isDecided ? null : referral?.role,
    Organization: isDecided ? null : part,
    Task: task?.status,
    Answer: answer?.outcome,
    Assessment: verdict,
  };
  return values[subjectKind] ?? null;
}

/** Whose clock it would be, and what it would hang on. */
interface Candidate {
  organizationId: string;
  kind: string;
  subjectKind: SubjectKind;
  subjectId: string;
  issueId: string | null;
  matterId: string | null;
  channels: string[];
  /** The last day, where the act names one. */
  fixedOn: string | null;
}

const candidates: Record<ClockRunner, (facts: Facts) => Candidate | null> = {
  OWNER: ({ issue }) =>
    issue && {
      ...{ organizationId: issue.owner, kind: issue.ownerKind, channels: [issue.channel], fixedOn: null },
      ...{ subjectKind: 'Issue', subjectId: issue.id, issueId: issue.id, matterId: null },
    },
  ADDRESSEE: ({ referral, issue }) =>
    referral && {
      ...{ organizationId: referral.to, kind: referral.toKind, channels: issue ? [issue.channel] : [], fixedOn: null },
      ...{ subjectKind: 'Referral', subjectId: referral.id, issueId: referral.issue, matterId: null },
    },
  LEAD: ({ matter }) =>
    matter && {
      ...{ organizationId: matter.lead, kind: matter.leadKind, channels: matter.channels, fixedOn: null },
      ...{ subjectKind: 'Matter', subjectId: matter.id, issueId: null, matterId: matter.id },
    },
  ASSIGNEE: ({ task, matter }) =>
    task && {
      ...{ organizationId: task.organization, kind: task.kind, channels: matter?.channels ?? [], fixedOn: task.dueOn },
      ...{ subjectKind: 'Task', subjectId: task.id, issueId: null, matterId: matter?.id ?? null },
    },
  ANSWERER: ({ answer, matter }) =>
    answer && {
      ...{ organizationId: answer.organization, kind: answer.kind, channels: matter?.channels ?? [] },
      ...{ subjectKind: 'Answer', subjectId: answer.id, issueId: null, matterId: matter?.id ?? null },
      fixedOn: answer.plannedOn,
    },
  SETTER: () => null,
};

const isNamed = (keys: readonly string[], type: string, value: string | null): boolean =>
  keys.includes(type) || (value !== null && keys.includes(`${type}/${value}`));

const fits = (rule: RuleRow, { channels, kind }: Candidate): boolean =>
  (rule.channels.length === 0 || rule.channels.some((channel) => channels.includes(channel))) &&
  (rule.organization_kinds.length === 0 || rule.organization_kinds.includes(kind));

async function startClocks(clock: ClockTx, event: RecordedEvent, facts: Situation): Promise<void> {
  for (const rule of facts.rules.filter(({ starts_on }) => isNamed(starts_on, event.type, valueOf(event, facts)))) {
    const candidate = candidates[rule.runner](facts);
    if (candidate && fits(rule, candidate)) await startOne(clock, rule, candidate);
  }
}

async function startOne(clock: ClockTx, rule: RuleRow, candidate: Candidate): Promise<void> {
  const fixedOn = rule.amount === null ? candidate.fixedOn : null;
  if (rule.amount === null && fixedOn === null) return;
  await openDeadline(clock, {
    rule,
    startedAt: clock.now,
    organization_id: candidate.organizationId,
    name: null,
    subject_kind: candidate.subjectKind,
    subject_id: candidate.subjectId,
    issue_id: candidate.issueId,
    matter_id: candidate.matterId,
    amount: rule.amount,
    unit: rule.unit,
    fixed_on: fixedOn,
  });
}

async function moveClocks(clock: ClockTx, event: RecordedEvent, facts: Situation): Promise<void> {
  const value = valueOf(event, facts);
  for (const { id, rule, ...touched } of facts.touched) {
    const isOver = isNamed(rule.stops_on, event.type, value);
    const isMoot = isNamed(rule.cancels_on, event.type, value) || isHandedOn(touched, rule, facts);
    const isHeld = isNamed(rule.pauses_on, event.type, value) && touched.state === 'RUNNING';
    if (!isOver && !isMoot && !isHeld) continue;
    const loaded = (await loadDeadline(clock.query, id))!;
    // What is due by now has happened before, even if no job has come round to it.
    await fireDue(clock, loaded);
    if (isOver || isMoot) await endDeadline(clock, loaded.deadline, isOver ? 'MET' : 'CANCELLED');
    else if (loaded.deadline.state === 'RUNNING') await pauseDeadline(clock, loaded);
  }
}

/** The lead of a matter runs its clocks: a body that led before does so no longer. */
const isHandedOn = (
  { subject_kind, matter_id, organization_id }: Pick<DeadlineRow, 'subject_kind' | 'matter_id' | 'organization_id'>,
  rule: RuleRow,
  { matter }: Facts,
): boolean =>
  rule.runner === 'LEAD' && subject_kind === 'Matter' && matter?.id === matter_id && matter.lead !== organization_id;

/** Events that rules may name: those whose circumstances are known here. */
export const clockEvents: ReadonlySet<string> = new Set([
  'issue.collected',
  'issue.screened',
  'issue.statusChanged',
  'referral.offered',
  'referral.accepted',
  'referral.declined',
  'referral.withdrawn',
  'matter.opened',
  'matter.issueAdded',
  'matter.issueRemoved',
  'matter.invited',
  'matter.left',
  'matter.answered',
  'matter.assessed',
  'matter.closed',
  'matter.reopened',
  'task.assigned',
  'task.updated',
]);

/** Clocks stop and start in the transaction of what stops and starts them. */
export const deadlineReaction: Reaction = {
  to: clockEvents,
  async react(tx: Tx, event) {
    const clock = clockTxOf(tx);
    const facts = await situationOf(clock, event);
    await moveClocks(clock, event, facts);
    await startClocks(clock, event, facts);
  },
};
