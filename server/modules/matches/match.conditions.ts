/** What a body opens to another from the start: its rule for that body, else its own default, else that something exists. */
export const openedBy = (owner: string, other: string): string => `case when ${owner} = ${other} then 4 else coalesce(
  (select r.disclosure from match_rule r where r.organization_id = ${owner} and r.other_id = ${other}),
  (select s.disclosure from match_setting s where s.organization_id = ${owner}), 1) end`;

/** Neither of the two bodies has switched matches off, or the other one. */
export const isWanted = (one: string, other: string): string => `not exists (select from match_setting s
    where s.organization_id in (${one}, ${other}) and not s.enabled)
  and not exists (select from match_rule r where r.muted
    and (r.organization_id, r.other_id) in ((${one}, ${other}), (${other}, ${one})))`;
