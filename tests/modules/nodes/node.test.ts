import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';

let app: TestApp;
let owner: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  owner = app.app('MTTQ-18073');
  outsider = app.app('ND-18073');
});
afterAll(() => app.close());

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';

it('what is hidden, unknown, malformed or of no type is the same null', async () => {
  const issue = await collectIssue(owner);
  const uuid = issue.id.slice('issue_'.length);
  const ids = [
    issue.id,
    `issue_${randomUUID()}`,
    `matter_${uuid}`,
    `issue_${uuid.toUpperCase()}`,
    uuid,
    `nope_${uuid}`,
    'x',
    '',
    "issue_' or 1=1",
    `issue_${uuid}\n`,
    '💥',
  ];
  const answers = await Promise.all(ids.map((id) => outsider.send(node, { id })));
  for (const answer of answers)
    expect({ status: answer.status, data: answer.data, errors: answer.errors }).toEqual({
      status: 200,
      data: { node: null },
      errors: [],
    });
  expect(await owner.ask(node, { id: issue.id })).toEqual({ node: { __typename: 'Issue', id: issue.id } });
});

it('nodes answers in the order asked, null where there is nothing, and takes up to 100', async () => {
  const issue = await collectIssue(owner);
  const { organization } = await owner.ask<{ organization: { id: string } }>(
    '{ organization(code: "CD-18073") { id } }',
  );
  const nodes =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Issue { code } ... on Organization { code } } }';
  expect(await owner.ask(nodes, { ids: [organization.id, 'x', issue.id, organization.id] })).toEqual({
    nodes: [
      { __typename: 'Organization', id: organization.id, code: 'CD-18073' },
      null,
      { __typename: 'Issue', id: issue.id, code: issue.code },
      { __typename: 'Organization', id: organization.id, code: 'CD-18073' },
    ],
  });
  expect(await owner.ask(nodes, { ids: [] })).toEqual({ nodes: [] });
  expect(await owner.refusal(nodes, { ids: Array.from({ length: 101 }, () => issue.id) })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'nodes.ids',
  });
});

it('offices and apps are found by their own organization only', async () => {
  const { viewer } = await owner.ask<{ viewer: { actor: { id: string } } }>('{ viewer { actor { id } } }');
  expect(await owner.ask(node, { id: viewer.actor.id })).toEqual({ node: { __typename: 'App', id: viewer.actor.id } });
  expect(await outsider.ask(node, { id: viewer.actor.id })).toEqual({ node: null });
});
