import type { Client } from '../client-sdk/src/index.ts';
import { bodyOf, type Body } from './bodies.ts';
import { Watch } from './watch.ts';

/** Who plays, where, and who listens. */
export interface Stage {
  /** Hội Liên hiệp Phụ nữ, the ward's women's union. */
  women: Body;
  /** Hội đồng nhân dân, the ward's People's Council. */
  council: Body;
  /** Ủy ban Mặt trận Tổ quốc, the ward's Fatherland Front. */
  front: Body;
  /** Ủy ban nhân dân, the ward's People's Committee. */
  committee: Body;
  /** Sở Xây dựng, the province's construction department. */
  department: Body;
  /** Công đoàn, the ward's trade union. */
  tradeUnion: Body;
  /** Đoàn Thanh niên: listens to everything about drainage that it may see. */
  youth: Body;
  /** Hội Nông dân: has no part in any of this. */
  farmers: Body;
  areaId: string;
  /** Of everything that the demo makes. */
  ids: Set<string>;
  youthHears: Watch;
  womenHear: Watch;
}

const ward = '18073';

export async function setStage(url: string): Promise<Stage> {
  const codes = ['PN', 'HDND', 'MTTQ', 'UBND', 'CD', 'DTN', 'ND'].map((line) => `${line}-${ward}`);
  const [department, ...bodies] = await Promise.all(['SO-XAYDUNG', ...codes].map((code) => bodyOf(url, code)));
  const [women, council, front, committee, tradeUnion, youth, farmers] = bodies as [
    Body,
    Body,
    Body,
    Body,
    Body,
    Body,
    Body,
  ];
  const areaId = await areaOf(women.officer);
  const ids = new Set<string>();
  // A stream that starts with a cursor hears everything from there on, however long it takes to connect.
  const youthHears = new Watch(youth.code, youth.officer, {
    ids,
    after: await positionOf(youth.officer, areaId),
    filter: { topicCodes: ['DRAINAGE'], areaIds: [areaId] },
  });
  const womenHear = new Watch(women.code, women.officer, {
    ids,
    after: await positionOf(women.officer, areaId),
    filter: {
      types: [
        'referral.declined',
        'referral.accepted',
        'matter.answered',
        'matter.assessed',
        'matter.reopened',
        'matter.closed',
      ],
    },
  });
  return {
    women,
    council,
    front,
    committee,
    department: department!,
    tradeUnion,
    youth,
    farmers,
    areaId,
    ids,
    youthHears,
    womenHear,
  };
}

async function areaOf(client: Client): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const { nodes } = await client.areas({ query: 'Phường Thành Sen', on: today });
  const area = nodes.find(({ code }) => code === ward);
  if (!area) throw new Error(`There is no area ${ward}`);
  return area.id;
}

/** Where the log stands: every mutation tells, also one that has no event. */
async function positionOf(client: Client, areaId: string): Promise<string> {
  return (await client.follow({ subjectId: areaId })).position;
}
