import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../actor.ts';
import { actsOf, latestId, orgId, uuidIn } from './acts.ts';
import type { Chance } from './chance.ts';
import type { Row } from './facts.ts';
import { marksOf } from './marks.ts';
import { leadersActs, type Play } from './play.ts';
import { nodeTables } from './reading.ts';
import type { Selections } from './selections.ts';
import type { Body, BodyName } from './world.ts';

const volatile = /"requestId":"[^"]*"|"remaining":\d+|"resetAt":"[^"]*"/g;

/** The whole answer as it came, without what is new in every one. */
export async function rawAnswer(actor: Actor, query: string, variables: Row): Promise<string> {
  const response = await fetch(actor.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${actor.token}` },
    body: JSON.stringify({ query, variables }),
  });
  return `${response.status} ${(await response.text()).replaceAll(volatile, '')}`;
}

/** Global ids of a table's rows that the body may not see. */
export function invisibleIds(play: Play, body: Body, type: string): string[] {
  const { table, prefix, only = () => true } = nodeTables[type]!;
  const { may } = marksOf(play.now, body.id);
  return play.now
    .rows(table)
    .filter((row) => only(row) && !may.has(String(row['id'])))
    .map((row) => `${prefix}_${String(row['id'])}`);
}

export const randomId = (id: string): string => `${id.split('_')[0]}_${uuidv7()}`;

/** What a body needs of its own so that a mutation fails for nothing but the id under test. */
interface Own {
  issue: string;
  other: string;
  matter: string;
  task: string;
  link: string;
  referral: string;
  whole: string;
  draft: string;
  answer: string;
  commitment: string;
  assignment: string;
}

export async function prepareProbes(play: Play, body: Body, bodies: Record<BodyName, Body>): Promise<Own> {
  const { department: helper, union, farmers } = bodies;
  const acts = actsOf(play);
  const [issue, other, inside] = [await acts.collect(body), await acts.collect(body), await acts.collect(body)];
  const matter = await acts.open(body, [inside]);
  const whole = await acts.collect(body);
  await acts.split(body, whole);
  const [first, second] = body.id === union.id ? [farmers, helper] : [union, helper];
  const nobodys = await acts.collect(body);
  await acts.decline(first, await acts.offer(body, nobodys, first));
  await acts.decline(second, await acts.offer(body, nobodys, second), first);
  const answered = await acts.open(body, [await acts.collect(body)]);
  const answer = await acts.promise(body, answered);
  return {
    whole,
    draft: await acts.draft(body, matter),
    answer,
    commitment: latestId(play, ['commitment', 'commitment'], (row) => row['organization_id'] === body.id),
    assignment: latestId(play, ['assignment', 'assignment'], (row) => row['issue_id'] === uuidIn(nobodys)),
    issue,
    other,
    matter,
    task: await acts.assign(body, matter, body),
    link: await acts.link(body, issue, other),
    referral: await acts.offer(helper, await acts.collect(helper), body),
  };
}

const text = 'Nội dung cần xem xét.';

/** An input of every mutation that has ids, valid but for the roles of who sends it. */
export const inputsOf = (
  { issue, other, matter, task, link, referral, whole, draft, answer, commitment, assignment }: Own,
  body: Body,
  play: Play,
): Record<string, Row> => ({
  issueCollect: {
    kind: 'PROPOSAL',
    title: text,
    description: text,
    topicCode: 'WATER',
    areaId: play.world.areaId,
    channel: 'APP',
    visibility: 'SHARED',
    shareWithIds: [orgId(body)],
    repeatsId: issue,
  },
  issuesCollect: {
    rows: [],
  },
  issueSplit: {
    id: issue,
    parts: [
      { title: text, description: text },
      { title: text, description: text },
    ],
  },
  issueRejoin: { id: whole, reason: text },
  issueEdit: { id: issue, title: text, areaId: play.world.areaId, expectedVersion: 1 },
  issueScreen: { id: issue, decision: 'ACCEPT' },
  issueShare: { id: issue, organizationIds: [orgId(body)] },
  issueUnshare: { id: issue, organizationIds: [orgId(body)] },
  issueLink: { fromId: issue, toId: other, kind: 'CAUSED_BY' },
  issueUnlink: { linkId: link },
  referralOffer: { issueId: issue, toOrganizationId: orgId(play.world.bodies.council), request: text },
  referralAccept: { id: referral, matterId: matter },
  referralDecline: { id: referral, reason: text, suggestedOrganizationId: orgId(play.world.bodies.council) },
  matterOpen: { title: text, issueIds: [issue, other], leadId: orgId(body) },
  matterAddIssue: { matterId: matter, issueId: issue },
  matterRemoveIssue: { matterId: matter, issueId: issue, reason: text },
  matterInvite: { matterId: matter, organizationId: orgId(play.world.bodies.council), role: 'INFORMED' },
  matterLeave: { matterId: matter, reason: text },
  matterAnswer: { matterId: matter, outcome: 'EXPLAINED', content: text, issueIds: [issue] },
  answerDraft: { matterId: matter, outcome: 'EXPLAINED', content: text, issueIds: [issue] },
  answerDraftDiscard: { id: draft },
  answerPublish: { id: draft },
  answerRelay: { answerId: answer, issueId: issue, channel: 'APP', toldOn: play.world.today },
  commitmentSettle: { id: commitment, status: 'KEPT' },
  matterAssess: { matterId: matter, verdict: 'ADEQUATE' },
  matterClose: { matterId: matter },
  matterReopen: { matterId: matter, reason: text },
  taskAssign: { matterId: matter, organizationId: orgId(body), title: text },
  taskUpdate: { id: task, status: 'DOING' },
  taskLink: { id: task, toId: matter },
  taskUnlink: { id: task, toId: matter },
  reminderSend: { subjectId: matter },
  referralAsk: { id: referral, question: text },
  referralReply: { id: referral, reply: text },
  referralReturn: { id: referral, reason: text, suggestedOrganizationId: orgId(play.world.bodies.council) },
  referralWithdraw: { id: referral, reason: text },
  assignmentMake: { id: assignment, toOrganizationId: orgId(play.world.bodies.council), request: text },
  commentAdd: { subjectId: issue, body: text },
  follow: { subjectId: issue },
  unfollow: { subjectId: matter },
});

/** Every id in the input of every mutation, as the schema has them: `mutation.field`. */
export function idFields({ schema }: Selections): string[] {
  return Object.values(schema.getMutationType()!.getFields()).flatMap((mutation) =>
    mutation.args
      .flatMap(({ type }) =>
        isInputObjectType(getNamedType(type)) ? idsIn(getNamedType(type) as GraphQLInputObjectType) : [],
      )
      .map((field) => `${mutation.name}.${field}`),
  );
}

const idsIn = (input: GraphQLInputObjectType): string[] =>
  Object.values(input.getFields())
    .filter((field) => getNamedType(field.type).name === 'ID')
    .map((field) => field.name);

interface Probe {
  play: Play;
  body: Body;
  inputs: Record<string, Row>;
  chance: Chance;
}

/** The refusals of one id field that differ between an invisible id and an id of nothing, and acts that went through. */
export async function telltales(
  { play, body, inputs, chance }: Probe,
  mutation: string,
  field: string,
): Promise<string[]> {
  const input = inputs[mutation]!;
  const actor = leadersActs.has(mutation) ? body.leader : body.app;
  const query = `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename } }`;
  const refusal = async (id: string): Promise<string> => {
    const value = Array.isArray(input[field]) ? [...(input[field] as string[]).slice(1), id] : id;
    return (await rawAnswer(actor, query, { input: { ...input, [field]: value } })).replaceAll(id, 'the id');
  };
  const found: string[] = [];
  for (const id of probedIds({ play, body, inputs, chance }, [input[field]].flat()[0] as string, field)) {
    const [hidden, unknown] = [await refusal(id), await refusal(randomId(id))];
    if (hidden !== unknown) found.push(`${mutation}.${field} ${id}: ${hidden} instead of ${unknown}`);
    if (!/"code":"(NOT_FOUND|BAD_INPUT)"/.test(hidden)) found.push(`${mutation}.${field} ${id}: ${hidden}`);
  }
  return found;
}

/** Invisible ids of the field's type, and the key of an invisible object under a prefix that is not its own. */
function probedIds({ play, body, chance }: Probe, valid: string, field: string): string[] {
  const prefixes = field === 'subjectId' ? ['issue', 'matter'] : [valid.split('_')[0]!];
  const own = Object.entries(nodeTables).filter(([, { prefix }]) => prefixes.includes(prefix));
  const ids = own.flatMap(([type]) => {
    const hidden = invisibleIds(play, body, type);
    return [chance.of(hidden), chance.of(hidden), chance.of(hidden)];
  });
  const [, stranger] = chance.of(invisibleIds(play, body, 'Task'))!.split('_');
  return [...new Set([...ids, `${prefixes[0]}_${stranger}`])].filter((id) => id !== undefined);
}
