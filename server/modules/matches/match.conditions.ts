/** What a body opens to another from the start: its rule for that body, else its own default, else that something exists. */
export const openedBy = (owner: string, other: string): string => `case when ${owner} = ${other} then 4 else coalesce(
  (select rule.disclosure from match_rule rule where rule.organization_id = ${owner} and rule.other_id = ${other}),
  (select setting.disclosure from match_setting setting where setting.organization_id = ${owner}), 1) end`;

/** Neither of the two bodies has switched matches off, or the other one. */
export const isWanted = (one: string, other: string): string => `not exists (select from match_setting setting
    where setting.organization_id in (${one}, ${other}) and not setting.enabled)
  and not exists (select from match_rule rule where rule.muted
    and (rule.organization_id, rule.other_id) in ((${one}, ${other}), (${other}, ${one})))`;
