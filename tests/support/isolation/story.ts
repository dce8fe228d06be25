import { actsOf } from './acts.ts';
import type { Play } from './play.ts';
import { bodyNames, type Body, type BodyName } from './world.ts';

/** Ids of the issues and matters of the story, by what is told of them. */
export type Labels = Record<string, string>;

type Acts = ReturnType<typeof actsOf>;
interface Scene {
  acts: Acts;
  bodies: Record<BodyName, Body>;
  labels: Labels;
}

/** The levels at its end, written by hand from the rules: 1 owner, 2 participant, 3 reader, 4 summary. */
export const levelsAtTheEnd: Record<string, Partial<Record<BodyName, number>>> = {
  'front.private': { front: 1 },
  'province.private': { province: 1 },
  'front.network': { front: 1, committee: 3, council: 3, union: 3, farmers: 3, women: 3, department: 3, province: 3 },
  'women.network': { women: 1 },
  shared: { front: 1, committee: 3, union: 3 },
  sharedAgain: { front: 1, council: 3 },
  asked: { front: 1, department: 2 },
  declined: { front: 1, committee: 4 },
  declinedToo: { front: 1, committee: 4 },
  led: { front: 1, committee: 2, farmers: 4, department: 2, council: 2 },
  consented: { council: 1, committee: 2, front: 2, farmers: 4, department: 2 },
  added: { council: 1, committee: 3 },
  removed: { women: 1, committee: 3 },
  takenOut: { union: 1 },
  lapsed: { union: 1, women: 2, farmers: 4 },
  unconsented: { front: 1, department: 2 },
  closed: { women: 1, farmers: 4 },
};

/** Every visibility, every level and every way to lose one, by eight bodies. */
export async function tellStory(play: Play): Promise<Labels> {
  const scene: Scene = { acts: actsOf(play), bodies: play.world.bodies, labels: {} };
  for (const name of bodyNames) {
    scene.labels[`${name}.private`] = await scene.acts.collect(scene.bodies[name]);
    scene.labels[`${name}.network`] = await scene.acts.collect(scene.bodies[name], { visibility: 'NETWORK' });
  }
  await shares(scene);
  await links(scene);
  await referrals(scene);
  await jointMatter(scene);
  await consent(scene);
  await handedOver(scene);
  await withoutConsent(scene);
  await clocks(scene);
  await losses(scene);
  return scene.labels;
}

async function shares({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, council, union, farmers, women } = bodies;
  const shared = (labels['shared'] = await acts.collect(front, { shareWith: [committee, council, union] }));
  await acts.edit(front, shared);
  await acts.screen(front, shared, 'NEEDS_INFO');
  for (const body of [front, committee, council]) {
    await acts.comment(body, shared);
    await acts.comment(body, shared, true);
  }
  const again = (labels['sharedAgain'] = await acts.collect(front));
  await acts.share(front, again, { organizationIds: [`org_${council.id}`] });
  await acts.unshare(front, again, [council]);
  await acts.share(front, again, { organizationIds: [`org_${council.id}`] });
  await acts.edit(front, labels['front.network']!);
  await acts.comment(farmers, labels['front.network']!);
  await acts.comment(women, labels['women.network']!, true);
  await acts.comment(union, labels['women.network']!, true);
  await acts.comment(union, labels['women.network']!);
  labels['outOfScope'] = await acts.collect(women, { shareWith: [front] });
  await acts.screen(women, labels['outOfScope'], 'OUT_OF_SCOPE');
  await acts.follow(front, labels['women.network']!);
  await acts.follow(front, shared);
  await acts.unfollow(front, shared);
  await acts.follow(front, `org_${women.id}`);
}

async function links({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, council, union, province } = bodies;
  const { shared } = labels as { shared: string };
  await acts.link(committee, shared, labels['committee.private']!);
  await acts.link(council, labels['council.private']!, shared, 'CAUSED_BY');
  await acts.link(front, shared, labels['front.network']!, 'REPEATS');
  await acts.link(province, labels['front.network']!, labels['women.network']!);
  const removed = await acts.link(union, shared, labels['union.network']!);
  await acts.unlink(front, removed);
}

async function referrals({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, department } = bodies;
  labels['asked'] = await acts.collect(front);
  await acts.offer(front, labels['asked'], department);
  for (const label of ['declined', 'declinedToo']) {
    const issue = (labels[label] = await acts.collect(front));
    const offer = await acts.offer(front, issue, committee);
    await acts.comment(committee, issue);
    await acts.decline(committee, offer, department);
    await acts.comment(front, issue);
  }
  await acts.link(front, labels['declined']!, labels['declinedToo']!, 'SAME_MATTER');
  await acts.link(front, labels['declined']!, labels['shared']!, 'SAME_MATTER');
}

/** Led by the committee: the front's issue came by referral. */
async function jointMatter({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, farmers, department, council } = bodies;
  const led = (labels['led'] = await acts.collect(front));
  const matter = (labels['joint'] = await acts.accept(committee, await acts.offer(front, led, committee)));
  await acts.invite(committee, matter, farmers, 'SUPERVISING');
  await acts.accept(department, await acts.offer(committee, led, department, 'COORDINATING'));
  await acts.offer(committee, led, council, 'SUPERVISING');
  const task = await acts.assign(committee, matter, front);
  await acts.work(front, task, 'DONE');
  await acts.assign(front, matter, department);
  for (const body of [front, committee, farmers, department]) await acts.comment(body, matter, body === farmers);
  await acts.answer(committee, matter);
  await acts.assess(farmers, matter);
  await acts.assess(front, matter);
  await acts.close(committee, matter);
  await acts.reopen(farmers, matter);
  await acts.answer(committee, matter, 'RESOLVED');
}

/** What others bring in stays with those who read it before, until its owner agrees. */
async function consent({ acts, bodies, labels }: Scene): Promise<void> {
  const { committee, council, women, union, farmers } = bodies;
  const matter = labels['joint']!;
  for (const [label, owner] of [
    ['added', council],
    ['consented', council],
    ['removed', women],
    ['takenOut', union],
  ] as const) {
    labels[label] = await acts.collect(owner, { shareWith: [committee] });
    await acts.add(committee, matter, labels[label]);
  }
  await acts.add(council, matter, labels['consented']!);
  await acts.add(union, matter, labels['takenOut']!);
  await acts.comment(farmers, labels['front.network']!);
  await acts.remove(committee, matter, labels['removed']!);
  await acts.remove(union, matter, labels['takenOut']!);
  await acts.unshare(union, labels['takenOut']!, [committee]);
  await acts.leave(union, matter);
  // Supervising before, informed now: the words of its issues are gone, their cards stay.
  await acts.invite(committee, matter, farmers, 'INFORMED');
}

/** The offer of the old lead lapses when another body leads. */
async function handedOver({ acts, bodies, labels }: Scene): Promise<void> {
  const { union, women, council, farmers } = bodies;
  const lapsed = (labels['lapsed'] = await acts.collect(union));
  const matter = (labels['handedOver'] = await acts.open(union, [lapsed, labels['farmers.network']!]));
  await acts.offer(union, lapsed, council);
  await acts.comment(council, lapsed);
  await acts.invite(union, matter, women, 'LEAD');
  await acts.answer(women, matter, 'EXPLAINED');
  await acts.assess(farmers, matter);
  labels['closed'] = await acts.collect(women);
  labels['closedMatter'] = await acts.open(women, [labels['closed']]);
  await acts.invite(women, labels['closedMatter'], farmers, 'INFORMED');
  await acts.answer(women, labels['closedMatter'], 'NOT_RESOLVABLE');
  await acts.close(women, labels['closedMatter']);
}

/** The lead itself reads nothing once its share is gone; who took the issue on from its owner does. */
async function withoutConsent({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, union, department, province } = bodies;
  const issue = (labels['unconsented'] = await acts.collect(front, { shareWith: [union] }));
  const matter = (labels['blind'] = await acts.open(union, [issue]));
  await acts.invite(union, matter, front, 'COORDINATING');
  await acts.accept(department, await acts.offer(front, issue, department, 'COORDINATING'));
  await acts.invite(union, matter, province, 'COORDINATING');
  await acts.leave(province, matter);
  await acts.unshare(front, issue, [union]);
}

/** One clock for the bodies of the matter, one for its own body alone. */
async function clocks({ acts, bodies, labels }: Scene): Promise<void> {
  for (const body of [bodies.committee, bodies.department]) {
    const clock = await acts.setClock(body, labels['joint']!, 'AGREED');
    await acts.pauseClock(body, clock);
    await acts.resumeClock(body, clock);
    await acts.extendClock(body, clock);
    await acts.endClock(body, await acts.setClock(body, labels['joint']!, 'AGREED'));
    await acts.setClock(body, labels['joint']!, 'INTERNAL');
  }
}

async function losses({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, council, women } = bodies;
  await acts.unshare(front, labels['shared']!, [council]);
  await acts.share(women, labels['women.network']!, { visibility: 'PRIVATE' });
}
