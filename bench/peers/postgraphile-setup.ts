const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;
const branch = (
  condition: string,
): string => `(select x.issue_id from public.issue_access x where ${condition} and x.status = issue_page.status
  and x.topic_id = (select id from public.topic where code = issue_page.topic) order by x.issue_id desc limit 20)`;

/**
 * What somebody who builds on PostGraphile adds to these tables: relations of the view, the page as a function that
 * uses the index, collecting as a function over the product's own. Row security decides what is seen, as its users do.
 */
export const setup = `
  create schema if not exists bench_api;
  grant usage on schema bench_api to lt_user;
  comment on view public.issue_link_side is E'@primaryKey id,outgoing\\n@foreignKey (issue_id) references public.issue (id)|@foreignFieldName links\\n@foreignKey (other_id) references public.issue (id)|@fieldName issue';
  create or replace function bench_api.issue_page(status text, topic text) returns setof public.issue language sql stable as $$
    select i.* from public.issue i where i.id = any(array(select issue_id from (
      ${branch('x.organization_id = (select public.app_org())')} union all
      ${branch(`x.organization_id = ${everyone} and not exists (select from public.issue_access own
        where own.issue_id = x.issue_id and own.organization_id = (select public.app_org()))`)}) u order by issue_id desc limit 20))
    order by i.id desc
  $$;
  create or replace function bench_api.collect_issue(kind text, title text, description text, topic text, area uuid, place text,
    channel text, visibility text, shares uuid[]) returns public.issue language plpgsql volatile as $$
  declare made public.issue;
  begin
    insert into public.issue (id, code, owner_id, collected_by_id, kind, title, description, topic_id, area_id, place, channel,
        voices, collected_on, visibility, status, created_at, updated_at)
      select uuidv7(), 'HT-P' || nextval('public.issue_number'), public.app_org(), public.app_actor(), collect_issue.kind,
        collect_issue.title, collect_issue.description, t.id, area, collect_issue.place, collect_issue.channel, 1, current_date,
        collect_issue.visibility, 'RECEIVED', now(), now() from public.topic t where t.code = topic returning * into made;
    insert into public.issue_share (issue_id, owner_id, organization_id, created_at)
      select made.id, made.owner_id, s, made.created_at from unnest(shares) s;
    perform public.refresh_issues(array[made.id]);
    perform public.record_event('issue.collected', 'ISSUE', made.id, null, 'Issue', made.id, null);
    return made;
  end $$;
`;
