import { readFileSync } from 'node:fs';
import type { Channel, IssueKind, Visibility } from '../modules/issues/issue.entity.ts';

export interface DemoIssue {
  body: string;
  kind: IssueKind;
  channel: Channel;
  area: string;
  topic: string;
  visibility: Visibility;
  /** Codes of the bodies it is shared with. */
  sharedWith?: string[];
  daysAgo: number;
  voices?: number;
  place: string;
  title: string;
  description: string;
}

/** Invented; real street names are scenery only. Several are about the same matter in other words, several only seem so. */
export const demoIssues = JSON.parse(
  readFileSync(new URL('demo-issues.json', import.meta.url), 'utf8'),
) as readonly DemoIssue[];
