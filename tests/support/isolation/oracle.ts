import { canariesIn } from './canary.ts';
import type { Row, Tables } from './facts.ts';

/** 1 owner, 2 participant, 3 reader, 4 summary. */
export type Level = 1 | 2 | 3 | 4;

export interface Marks {
  /** What the body may meet anywhere; anything else of another body is a leak. */
  may: ReadonlySet<string>;
  /** What it finds when it reads everything. */
  must: ReadonlySet<string>;
}

export interface Members {
  /** Ids of the bodies that play. */
  organizations: readonly string[];
  /** Ids of areas, topics and bodies: open to every member. */
  open: ReadonlySet<string>;
}

/** What earlier moments have shown and the tables no longer tell. */
interface Memory {
  /** By organization: issues and matters that it saw at some time. */
  seen: Map<string, Set<string>>;
  /** The two issues of a link, also of a removed one. */
  links: Map<string, readonly [string, string]>;
  /** Who brought an issue into a matter, by `matter/issue`. */
  adders: Map<string, Set<string>>;
}

const text = (value: unknown): string => String(value);
const instant = (value: unknown): number => Date.parse(text(value));

function grouped(rows: readonly Row[] = [], column: string): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => text(row[column]));
}

/**
 * Who may see what at one moment, told from what people have done and from the rules of the product alone: it knows
 * neither the derived tables nor the conditions of plans and policies.
 */
export class Oracle {
  readonly tables: Tables;
  readonly members: Members;
  private readonly memory: Memory;
  private readonly issues: Map<string, Row>;
  private readonly shares: Map<string, Row[]>;
  private readonly referrals: Map<string, Row[]>;
  private readonly places: Map<string, Row>;
  private readonly parts: Map<string, Row[]>;
  private readonly levels = new Map<string, Level | null>();
  private readonly marks = new Map<string, Marks>();

  constructor(tables: Tables, members: Members, before?: Oracle) {
    this.tables = tables;
    this.members = members;
    this.issues = new Map(tables['issue']!.map((issue) => [text(issue['id']), issue]));
    this.shares = grouped(tables['issue_share'], 'issue_id');
    this.referrals = grouped(tables['referral'], 'issue_id');
    this.places = new Map(tables['matter_issue']!.map((place) => [text(place['issue_id']), place]));
    this.parts = grouped(tables['participant']!.filter((part) => part['until'] === null), 'matter_id');
    this.memory = this.remember(before?.memory);
  }

  rows(table: string): Row[] {
    return this.tables[table]!;
  }

  issue(id: unknown): Row | undefined {
    return this.issues.get(text(id));
  }

  /** The part that the body has in the matter now. */
  role(organization: string, matter: unknown): string | null {
    const part = this.parts.get(text(matter))?.find((row) => row['organization_id'] === organization);
    return part ? text(part['role']) : null;
  }

  takesPart(organization: string, matter: unknown): boolean {
    return this.role(organization, matter) !== null;
  }

  sees(organization: string, issue: unknown): boolean {
    return this.level(organization, issue) !== null;
  }

  /** Owner, participant or reader: knows the words of the issue. */
  reads(organization: string, issue: unknown): boolean {
    const level = this.level(organization, issue);
    return level !== null && level <= 3;
  }

  level(organization: string, issue: unknown): Level | null {
    const key = `${organization}/${text(issue)}`;
    let level = this.levels.get(key);
    if (level === undefined) this.levels.set(key, (level = this.levelOf(organization, text(issue))));
    return level;
  }

  private levelOf(organization: string, id: string): Level | null {
    const issue = this.issues.get(id);
    if (!issue) return null;
    if (issue['owner_id'] === organization) return 1;
    const levels = [this.byOffers(organization, id), this.byMatter(organization, id), this.byVisibility(organization, issue)];
    const best = Math.min(...levels.filter((level) => level !== null));
    return Number.isFinite(best) ? (best as Level) : null;
  }

  /** PRIVATE opens nothing, NETWORK everything to everyone, otherwise the named bodies read. */
  private byVisibility(organization: string, issue: Row): Level | null {
    if (issue['visibility'] === 'NETWORK') return 3;
    if (issue['visibility'] !== 'SHARED') return null;
    return this.shares.get(text(issue['id']))?.some((share) => share['organization_id'] === organization) ? 3 : null;
  }

  /** Who is asked reads while it decides; afterwards it keeps the card, of a withdrawn offer nothing. */
  private byOffers(organization: string, issue: string): Level | null {
    const offers = (this.referrals.get(issue) ?? []).filter((offer) => offer['to_id'] === organization && offer['status'] !== 'WITHDRAWN');
    if (offers.length === 0) return null;
    return offers.some((offer) => offer['status'] === 'OFFERED' || this.isWorkedOn(organization, issue, offer)) ? 2 : 4;
  }

  /** Taken on from its owner, and the body takes part in the matter where the issue was then. */
  private isWorkedOn(organization: string, issue: string, offer: Row): boolean {
    const place = this.places.get(issue);
    if (!place || offer['status'] !== 'ACCEPTED' || offer['from_id'] !== offer['owner_id']) return false;
    const role = this.role(organization, place['matter_id']);
    return role !== null && role !== 'INFORMED' && instant(place['added_at']) <= instant(offer['decided_at']);
  }

  /** With the owner's consent the matter's bodies see it; those that are only informed see the card. */
  private byMatter(organization: string, issue: string): Level | null {
    const place = this.places.get(issue);
    if (place?.['consented'] !== true) return null;
    const role = this.role(organization, place['matter_id']);
    if (role === null) return null;
    return role === 'INFORMED' ? 4 : 2;
  }

  seesLink(organization: string, link: Row): boolean {
    const levels = [this.level(organization, link['from_id']), this.level(organization, link['to_id'])];
    return levels.every((level) => level !== null) && levels.some((level) => level! <= 3);
  }

  seesReferral(organization: string, referral: Row): boolean {
    return [referral['from_id'], referral['to_id'], referral['owner_id']].includes(organization) && this.sees(organization, referral['issue_id']);
  }

  seesComment(organization: string, comment: Row): boolean {
    if (comment['internal']) return comment['organization_id'] === organization;
    return comment['issue_id'] ? this.reads(organization, comment['issue_id']) : this.takesPart(organization, comment['matter_id']);
  }

  /** Why something was done in a matter: its bodies; of an issue without consent its owner and who did it. */
  seesReason(organization: string, reason: Row): boolean {
    const isConcerned = [reason['organization_id'], reason['issue_owner_id']].includes(organization);
    return this.takesPart(organization, reason['matter_id']) && (reason['consented'] === true || isConcerned);
  }

  /** The owner of an issue taken out is told the last reason, also after it left the matter. */
  isTold(organization: string, reason: Row): boolean {
    if (reason['issue_owner_id'] !== organization) return false;
    const ofIssue = this.rows('matter_reason').filter((other) => other['issue_id'] === reason['issue_id']);
    return ofIssue.every((other) => text(other['id']) <= text(reason['id']));
  }

  knowsEvent(organization: string, event: Row): boolean {
    switch (event['scope']) {
      case 'ISSUE':
        return this.reads(organization, event['issue_id']);
      case 'MATTER':
        return this.takesPart(organization, event['matter_id']);
      case 'LINK':
        return this.memory.links.get(text(event['subject_id']))!.every((issue) => this.reads(organization, issue));
      default:
        return this.isNamed(organization, event);
    }
  }

  /** Events for named bodies: the parties of what they are about. */
  private isNamed(organization: string, event: Row): boolean {
    const subject = (table: string): Row => this.rows(table).find((row) => row['id'] === event['subject_id'])!;
    switch (event['subject_kind']) {
      case 'Referral': {
        const { owner_id, from_id, to_id } = subject('referral');
        return [owner_id, from_id, to_id].includes(organization);
      }
      case 'Comment':
        return subject('comment')['organization_id'] === organization;
      default:
        if (text(event['type']).startsWith('access.')) return this.hasSeen(organization, event['subject_id']);
        return this.isPartyOfPlace(organization, event);
    }
  }

  private isPartyOfPlace(organization: string, event: Row): boolean {
    const { matter_id: matter, issue_id: issue } = event;
    const adders = this.memory.adders.get(`${text(matter)}/${text(issue)}`);
    return event['organization_id'] === organization || this.issue(issue)?.['owner_id'] === organization || adders?.has(organization) === true;
  }

  /** An issue or matter that the body sees or once saw. */
  hasSeen(organization: string, id: unknown): boolean {
    return this.memory.seen.get(organization)?.has(text(id)) === true;
  }

  /** Sum over the issues of a matter that the body sees. */
  voices(organization: string, matter: unknown): number {
    return this.issuesIn(organization, matter).reduce((sum, issue) => sum + Number(issue['voices']), 0);
  }

  issuesIn(organization: string, matter: unknown): Row[] {
    return this.rows('issue').filter((issue) => this.places.get(text(issue['id']))?.['matter_id'] === matter && this.sees(organization, issue['id']));
  }

  /** Issues whose words, and matters in which, the body loses between two moments. */
  lostSince(before: Oracle, organization: string): string[] {
    const issues = [...before.issues.keys()].filter((id) => before.reads(organization, id) && !this.reads(organization, id));
    const matters = before.rows('matter').map((matter) => text(matter['id']));
    return [...issues, ...matters.filter((id) => before.takesPart(organization, id) && !this.takesPart(organization, id))];
  }

  marksOf(organization: string): Marks {
    let marks = this.marks.get(organization);
    if (!marks) this.marks.set(organization, (marks = collectMarks(this, organization)));
    return marks;
  }

  private remember(before: Memory | undefined): Memory {
    const copy = <V>(map: Map<string, Set<V>> | undefined): Map<string, Set<V>> => new Map([...(map ?? [])].map(([key, set]) => [key, new Set(set)]));
    const seen = copy(before?.seen);
    for (const organization of this.members.organizations) {
      const ids = seen.get(organization) ?? new Set();
      for (const id of this.issues.keys()) if (this.sees(organization, id)) ids.add(id);
      for (const matter of this.rows('matter')) if (this.takesPart(organization, matter['id'])) ids.add(text(matter['id']));
      seen.set(organization, ids);
    }
    const adders = copy(before?.adders);
    for (const place of this.places.values()) {
      const key = `${text(place['matter_id'])}/${text(place['issue_id'])}`;
      adders.set(key, (adders.get(key) ?? new Set()).add(text(place['added_by_id'])));
    }
    const links = new Map(before?.links);
    for (const link of this.rows('issue_link')) links.set(text(link['id']), [text(link['from_id']), text(link['to_id'])]);
    return { seen, adders, links };
  }
}

type Rule = (oracle: Oracle, organization: string, row: Row) => boolean;

const seesIssue: Rule = (oracle, organization, row) => oracle.sees(organization, row['id']);
const readsIssue: Rule = (oracle, organization, row) => oracle.reads(organization, row['id']);
const seesLink: Rule = (oracle, organization, row) => oracle.seesLink(organization, row);
const seesReferral: Rule = (oracle, organization, row) => oracle.seesReferral(organization, row);
const takesPart: Rule = (oracle, organization, row) => oracle.takesPart(organization, row['matter_id'] ?? row['id']);
const seesComment: Rule = (oracle, organization, row) => oracle.seesComment(organization, row);
const isOwn: Rule = (_, organization, row) => row['organization_id'] === organization;
const knowsEvent: Rule = (oracle, organization, row) => oracle.knowsEvent(organization, row);

/** By table and column: whom the value may reach. A column that stands nowhere here reaches nobody. */
export const columnRules: Record<string, Record<string, Rule>> = {
  issue: { id: seesIssue, code: seesIssue, title: seesIssue, description: readsIssue, place: readsIssue, status_reason: readsIssue },
  issue_link: { id: seesLink, note: seesLink },
  referral: { id: seesReferral, request: seesReferral, reason: seesReferral },
  matter: { id: takesPart, code: takesPart, title: takesPart, summary: takesPart },
  matter_reason: { reason: (oracle, organization, row) => oracle.seesReason(organization, row) || oracle.isTold(organization, row) },
  task: { id: takesPart, title: takesPart, result: takesPart },
  answer: { id: takesPart, content: takesPart, document_number: takesPart },
  assessment: { id: takesPart, note: takesPart },
  comment: { id: seesComment, body: seesComment },
  actor: { id: isOwn, name: isOwn },
  event: { uid: knowsEvent, subject_id: knowsEvent },
};

function collectMarks(oracle: Oracle, organization: string): Marks {
  const may = new Set<string>(oracle.members.open);
  const must = new Set<string>();
  for (const [table, columns] of Object.entries(columnRules)) {
    for (const row of oracle.rows(table)) {
      for (const [column, rule] of Object.entries(columns)) {
        const value = row[column];
        if (value === null || !rule(oracle, organization, row)) continue;
        for (const mark of isKey(column) ? [text(value)] : canariesIn(text(value))) {
          may.add(mark);
          if (table !== 'event') must.add(mark);
        }
      }
    }
  }
  return { may, must };
}

const isKey = (column: string): boolean => ['id', 'uid', 'subject_id', 'code'].includes(column);
