import { given, givenValue, shape, value } from '../../platform/read/plan.ts';
import { sql } from '../../platform/read/sql.ts';
import { issuePlan, linkPlan, position } from './issue.read.ts';
import type { IssueType } from './issue.types.ts';

export const issuePayload = (name: string): ReturnType<typeof shape> =>
  shape<{ issue: IssueType; position: string }>(name, { issue: given(() => issuePlan, 'issue'), position: position() });

export const issuePayloads = {
  issueCollect: issuePayload('IssueCollectPayload'),
  issueEdit: issuePayload('IssueEditPayload'),
  issueScreen: issuePayload('IssueScreenPayload'),
  issueShare: issuePayload('IssueSharePayload'),
  issueUnshare: issuePayload('IssueUnsharePayload'),
  issueLink: shape('IssueLinkPayload', { link: given(() => linkPlan, 'link'), position: position() }),
  issueUnlink: shape('IssueUnlinkPayload', {
    unlinkedId: value(() => sql`'link_' || ${givenValue('unlinked')}::text`),
    position: position(),
  }),
};
