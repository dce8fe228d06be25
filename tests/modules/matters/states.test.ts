import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { organizationId } from '../../support/factories.ts';
import { today } from '../../support/later-objects.ts';
import { invite, openMatter, type MatterRef } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';
import { surprisesOf, type Outcome } from '../../support/state-machine.ts';

type Matter = MatterRef & { issue: { id: string }; answerId: string; draftId: string; toldOn: string };

let app: TestApp;
let front: Actor;
let lead: Actor;
let women: Actor;
let worker: string;
beforeAll(async () => {
  app = await startTestApp({ costPerMinute: 100_000_000 });
  [front, lead, women] = [app.app('MTTQ-18073'), await app.actor('LEADER', 'UBND-18073'), app.app('PN-18073')];
  worker = await organizationId(front, 'PN-18073');
});
afterAll(() => app.close());

const [no, now, none] = ['FORBIDDEN', 'INVALID_STATE', 'NOT_FOUND'] as const;
/** The lead, a co-ordinating, a supervising body, the one that collected and is informed, one that has no part. */
const bodies = ['UBND-18073', 'PN-18073', 'HDND-18073', 'MTTQ-18073', 'CD-18073'];
const said = { outcome: 'RESOLVED', content: 'Đã sửa xong.' };
const unknown = (type: string): string => `${type}_0198c0de-0000-7000-8000-000000000000`;

async function opened(): Promise<Matter> {
  const matter = await openMatter(front, { lead: 'UBND-18073' });
  await invite(front, matter, 'PN-18073', 'COORDINATING');
  await invite(lead, matter, 'HDND-18073', 'SUPERVISING');
  await invite(lead, matter, 'MTTQ-18073', 'INFORMED');
  return { ...matter, answerId: unknown('answer'), draftId: unknown('draft'), toldOn: '2026-01-01' };
}

async function drafted(): Promise<Matter> {
  const matter = await opened();
  const { draft } = await mutate<{ draft: { id: string } }>(
    lead,
    'answerDraft',
    { matterId: matter.id, ...said },
    'draft { id }',
  );
  return { ...matter, draftId: draft.id };
}

async function answered(): Promise<Matter> {
  const matter = await opened();
  const { answer } = await mutate<{ answer: { id: string } }>(
    lead,
    'matterAnswer',
    { matterId: matter.id, ...said },
    'answer { id }',
  );
  return { ...matter, answerId: answer.id, toldOn: await today(lead, matter) };
}

const all = (outcome: Outcome) => [outcome, outcome, outcome, outcome, none] as const;
const leads = (outcome: Outcome) => [outcome, no, no, no, none] as const;
const works = (outcome: Outcome) => [outcome, outcome, no, no, none] as const;
/** Supervising and collecting bodies judge. */
const judges = (outcome: Outcome) => [no, no, outcome, outcome, none] as const;

const running = {
  answer: leads('OK'),
  draft: leads('OK'),
  discard: all(none),
  publish: all(none),
  relay: all(none),
  assess: judges(now),
  close: leads(now),
  reopen: [now, no, now, now, none] as const,
  remind: [no, 'OK', 'OK', 'OK', none] as const,
  assign: works('OK'),
};

describe('a matter', () => {
  it('allows in every state to every body and role what the table says, and nothing else', async () => {
    const surprises = await surprisesOf<Matter>({
      app,
      bodies,
      states: {
        OPEN: opened,
        'OPEN, an answer drafted': drafted,
        IN_PROGRESS: async () => {
          const matter = await opened();
          await mutate(lead, 'taskAssign', { matterId: matter.id, title: 'Khảo sát', organizationId: worker });
          return matter;
        },
        ANSWERED: answered,
        CLOSED: async () => {
          const matter = await answered();
          await mutate(lead, 'matterClose', { matterId: matter.id });
          return matter;
        },
      },
      acts: {
        answer: { mutation: 'matterAnswer', input: ({ id }) => ({ matterId: id, ...said }) },
        draft: { mutation: 'answerDraft', input: ({ id }) => ({ matterId: id, ...said }) },
        discard: { mutation: 'answerDraftDiscard', input: ({ draftId }) => ({ id: draftId }) },
        publish: { mutation: 'answerPublish', input: ({ draftId }) => ({ id: draftId }) },
        relay: {
          mutation: 'answerRelay',
          input: ({ answerId, issue, toldOn }) => ({ answerId, issueId: issue.id, channel: 'DIALOGUE', toldOn }),
        },
        assess: { mutation: 'matterAssess', input: ({ id }) => ({ matterId: id, verdict: 'GENERIC' }) },
        close: { mutation: 'matterClose', input: ({ id }) => ({ matterId: id }) },
        reopen: { mutation: 'matterReopen', input: ({ id }) => ({ matterId: id, reason: 'Chưa xong.' }) },
        remind: { mutation: 'reminderSend', input: ({ id }) => ({ subjectId: id }) },
        assign: {
          mutation: 'taskAssign',
          input: ({ id }) => ({ matterId: id, title: 'Khảo sát', organizationId: worker }),
        },
      },
      table: {
        OPEN: running,
        // What a body prepares is there for that body alone.
        'OPEN, an answer drafted': {
          ...running,
          discard: ['OK', none, none, none, none],
          publish: ['OK', none, none, none, none],
        },
        IN_PROGRESS: running,
        ANSWERED: {
          ...running,
          relay: [no, no, no, 'OK', none],
          assess: judges('OK'),
          close: leads('OK'),
          reopen: ['OK', no, 'OK', 'OK', none],
          remind: [no, now, now, now, none],
        },
        CLOSED: {
          ...{ answer: leads(now), draft: leads(now), discard: all(none), publish: all(none), assign: works(now) },
          ...{ relay: [no, no, no, 'OK', none], assess: judges('OK'), close: leads(now) },
          ...{ reopen: ['OK', no, 'OK', 'OK', none], remind: [no, now, now, now, none] },
        },
      },
    });
    expect(surprises).toEqual([]);
  }, 300_000);
});

interface Task {
  id: string;
  matterId: string;
  otherId: string;
}

/** Of the women's union, in a matter that the committee leads. */
async function assigned(status?: string, by?: Actor): Promise<Task> {
  const matter = await opened();
  const make = async (): Promise<string> => {
    const input = { matterId: matter.id, title: 'Khảo sát', organizationId: worker };
    const { task } = await mutate<{ task: { id: string } }>(lead, 'taskAssign', input, 'task { id }');
    return task.id;
  };
  const [id, otherId] = [await make(), await make()];
  await mutate(lead, 'taskLink', { id: otherId, toId: matter.issue.id });
  if (status) await mutate(by ?? women, 'taskUpdate', { id, status });
  return { id, matterId: matter.id, otherId };
}

describe('a task', () => {
  it('allows in every state to every body and role what the table says, and nothing else', async () => {
    const moves = { todo: 'TODO', start: 'DOING', finish: 'DONE', cancel: 'CANCELLED' } as const;
    const acts = Object.fromEntries(
      Object.entries(moves).map(([act, status]) => [
        act,
        { mutation: 'taskUpdate' as const, input: ({ id }: Task) => ({ id, status }) },
      ]),
    );
    const own = (outcome: Outcome) => [no, outcome, no, no, none] as const;
    const both = (outcome: Outcome) => [outcome, outcome, no, no, none] as const;
    const unfinished = {
      ...{ todo: own('OK'), start: own('OK'), finish: own('OK'), cancel: ['OK', no, no, no, none] as const },
      ...{ tie: both('OK'), untie: both(now), remind: ['OK', no, 'OK', 'OK', none] as const },
    };
    const finished = {
      ...{ todo: both(now), start: both('OK'), finish: both(now), cancel: both(now) },
      ...{ tie: both('OK'), untie: both(now), remind: [now, no, now, now, none] as const },
    };
    const surprises = await surprisesOf<Task>({
      app,
      bodies,
      states: {
        TODO: () => assigned(),
        DOING: () => assigned('DOING'),
        DONE: () => assigned('DONE'),
        CANCELLED: () => assigned('CANCELLED', lead),
      },
      acts: {
        ...acts,
        tie: { mutation: 'taskLink', input: ({ id, otherId }) => ({ id, toId: otherId }) },
        untie: { mutation: 'taskUnlink', input: ({ id, otherId }) => ({ id, toId: otherId }) },
        remind: { mutation: 'reminderSend', input: ({ id }) => ({ subjectId: id }) },
      },
      table: { TODO: unfinished, DOING: unfinished, DONE: finished, CANCELLED: finished },
    });
    expect(surprises).toEqual([]);
  }, 300_000);
});
