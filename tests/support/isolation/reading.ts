import type { Actor } from '../actor.ts';
import type { Row, Tables } from './facts.ts';
import type { Reach, Selections } from './selections.ts';
import type { Body } from './world.ts';

/** The tables behind the types that have ids. */
export const nodeTables: Record<string, { table: string; prefix: string; only?: (row: Row) => boolean }> = {
  Issue: { table: 'issue', prefix: 'issue' },
  IssueLink: { table: 'issue_link', prefix: 'link' },
  Referral: { table: 'referral', prefix: 'referral' },
  Matter: { table: 'matter', prefix: 'matter' },
  Task: { table: 'task', prefix: 'task' },
  Answer: { table: 'answer', prefix: 'answer' },
  Assessment: { table: 'assessment', prefix: 'assessment' },
  AnswerDraft: { table: 'answer_draft', prefix: 'draft' },
  AnswerRelay: { table: 'answer_relay', prefix: 'relay' },
  Commitment: { table: 'commitment', prefix: 'commitment' },
  Assignment: { table: 'assignment', prefix: 'assignment' },
  Reminder: { table: 'reminder', prefix: 'reminder' },
  Comment: { table: 'comment', prefix: 'comment' },
  Staff: { table: 'actor', prefix: 'staff', only: (row) => row['kind'] === 'STAFF' },
  App: { table: 'actor', prefix: 'app', only: (row) => row['kind'] === 'APP' },
};
const openNodeTables: typeof nodeTables = {
  Organization: { table: 'organization', prefix: 'org' },
  Area: { table: 'area', prefix: 'area' },
  Topic: { table: 'topic', prefix: 'topic' },
};

export type Objects = Record<string, Row>;

/** Everything that a body was told, request by request, and what it found. */
export interface Reading {
  answers: Map<string, string>;
  /** By type: the objects found by their ids, with all their fields and what is one edge away. */
  nodes: Record<string, Objects>;
  /** By root field: the objects of all pages. */
  lists: Record<string, Row[]>;
  counts: Record<string, number>;
}

const wide: Reach = { depth: 1, first: 60 };
const deep: Reach = { depth: 2, first: 4 };
/** Of open data the edges of a few objects are enough. */
const openDeep = 20;
const pages: Reach = { depth: 2, first: 15 };

interface Round {
  body: Body;
  selections: Selections;
  reading: Reading;
}

/** By ids of every object there is, visible or not, and through every field of the root. */
export async function readEverything(body: Body, selections: Selections, tables: Tables): Promise<Reading> {
  const reading: Reading = { answers: new Map(), nodes: {}, lists: {}, counts: {} };
  const round = { body, selections, reading };
  for (const [type, { table, prefix, only = () => true }] of Object.entries({ ...nodeTables, ...openNodeTables })) {
    const ids = tables[table]!.filter(only)
      .map((row) => `${prefix}_${String(row['id'])}`)
      .toSorted();
    reading.nodes[type] = await readNodes(round, type, ids);
    if (ids[0]) await ask(round, selections.node(type, wide), { id: ids[0] });
  }
  for (const field of [
    'issues',
    'matters',
    'referrals',
    'tasks',
    'commitments',
    'assignments',
    'events',
    'organizations',
    'areas',
  ])
    await readList(round, field);
  const codes = (table: string): string[] => tables[table]!.map((row) => String(row['code']));
  for (const code of codes('issue')) await readRoot(round, 'issue', 'code', code);
  for (const code of codes('matter')) await readRoot(round, 'matter', 'code', code);
  await readRoot(round, 'organization', 'code', 'MTTQ-42');
  await readRoot(round, 'screening');
  await readRoot(round, 'viewer');
  await readRoot(round, 'topics');
  return reading;
}

/** Each asks in turn: every one has a budget of its own. */
async function ask({ body, reading }: Round, query: string, variables: Row): Promise<Row> {
  const actor: Actor = body.actors[reading.answers.size % body.actors.length]!;
  const data = await actor.ask(query, variables);
  reading.answers.set(`${query} ${JSON.stringify(variables)}`, JSON.stringify(data));
  return data;
}

async function readNodes(round: Round, type: string, ids: readonly string[]): Promise<Objects> {
  const found: Objects = {};
  for (const reach of [wide, deep]) {
    const asked = reach === deep && type in openNodeTables ? ids.slice(0, openDeep) : ids;
    for (const { query, batch } of round.selections.nodes(type, reach)) {
      for (let at = 0; at < asked.length; at += batch) {
        const { nodes } = await ask(round, query, { ids: asked.slice(at, at + batch) });
        for (const node of nodes as (Row | null)[]) {
          if (node && reach === wide) found[String(node['id'])] = { ...found[String(node['id'])], ...node };
        }
      }
    }
  }
  return found;
}

async function readList(round: Round, field: string): Promise<void> {
  const { reading } = round;
  const isOpen = field === 'organizations' || field === 'areas';
  for (const [i, query] of round.selections.list(field, isOpen ? { depth: 2, first: 100 } : pages).entries()) {
    const rows: Row[] = [];
    let after: unknown = null;
    for (;;) {
      const page = (await ask(round, query, { after }))[field] as { nodes: Row[]; totalCount?: number; pageInfo: Row };
      rows.push(...page.nodes);
      if (page.totalCount !== undefined) reading.counts[field] = page.totalCount;
      if (page.pageInfo['hasNextPage'] === false || isOpen) break;
      after = page.pageInfo['endCursor'];
    }
    if (i === 0) reading.lists[field] = rows;
  }
}

async function readRoot(round: Round, field: string, argument = '', value?: string): Promise<void> {
  for (const query of round.selections.root(field, argument, { depth: 1, first: 10 }))
    await ask(round, query, value === undefined ? {} : { value });
}
