import { defineEntity, p } from '@mikro-orm/core';

export type MatchState = 'PROPOSED' | 'CONFIRMED' | 'REJECTED';

const MatchSchema = defineEntity({
  name: 'Match',
  tableName: 'match',
  properties: {
    id: p.uuid().primary(),
    pairId: p.uuid(),
    issueId: p.uuid(),
    ownerId: p.uuid(),
    otherIssueId: p.uuid(),
    otherOwnerId: p.uuid(),
    state: p.text().$type<MatchState>(),
    disclosed: p.smallint(),
    opened: p.smallint(),
    askedAt: p.datetime(3).nullable(),
    askedOfAt: p.datetime(3).nullable(),
  },
});

/** One side's view of a pair: written by the search and by the functions that change both sides. */
export class Match extends MatchSchema.class {}
MatchSchema.setClass(Match);

const MatchSettingSchema = defineEntity({
  name: 'MatchSetting',
  tableName: 'match_setting',
  properties: {
    organizationId: p.uuid().primary(),
    enabled: p.boolean(),
    disclosure: p.smallint(),
    version: p.integer(),
  },
});

/** Whether a body takes part in matching, and what it opens to every other body from the start. */
export class MatchSetting extends MatchSettingSchema.class {}
MatchSettingSchema.setClass(MatchSetting);

const MatchRuleSchema = defineEntity({
  name: 'MatchRule',
  tableName: 'match_rule',
  properties: {
    organizationId: p.uuid().primary(),
    otherId: p.uuid().primary(),
    muted: p.boolean(),
    disclosure: p.smallint().nullable(),
  },
});

/** The same towards one other body. */
export class MatchRule extends MatchRuleSchema.class {}
MatchRuleSchema.setClass(MatchRule);

export const matchEntities = [MatchSchema, MatchSettingSchema, MatchRuleSchema];
