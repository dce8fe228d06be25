import type { Row, Tables } from './facts.ts';

/** 1 owner, 2 participant, 3 reader, 4 summary. */
export type Level = 1 | 2 | 3 | 4;

export interface Members {
  /** Ids of the bodies that play. */
  organizations: readonly string[];
  /** Ids of areas, topics and bodies: open to every member. */
  open: ReadonlySet<string>;
}

/** What earlier moments have shown and the tables no longer tell. */
interface Memory {
  /** By event about access: the bodies that it was about. */
  told: Map<string, readonly string[]>;
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
  private readonly assignments: Map<string, Row[]>;
  private readonly places: Map<string, Row>;
  private readonly parts: Map<string, Row[]>;
  private readonly levels = new Map<string, Level | null>();

  constructor(tables: Tables, members: Members, before?: Oracle) {
    this.tables = tables;
    this.members = members;
    this.issues = new Map(tables['issue']!.map((issue) => [text(issue['id']), issue]));
    this.shares = grouped(tables['issue_share'], 'issue_id');
    this.referrals = grouped(tables['referral'], 'issue_id');
    this.assignments = grouped(tables['assignment'], 'issue_id');
    this.places = new Map(tables['matter_issue']!.map((place) => [text(place['issue_id']), place]));
    this.parts = grouped(
      tables['participant']!.filter((part) => part['until'] === null),
      'matter_id',
    );
    this.memory = this.remember(before);
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
    const levels = [
      this.byOffers(organization, id),
      this.byAssignment(organization, id),
      this.byMatter(organization, id),
      this.byVisibility(organization, issue),
    ];
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
    const offers = (this.referrals.get(issue) ?? []).filter(
      (offer) => offer['to_id'] === organization && offer['status'] !== 'WITHDRAWN',
    );
    if (offers.length === 0) return null;
    return offers.some((offer) => offer['status'] === 'OFFERED' || this.isWorkedOn(organization, issue, offer)) ? 2 : 4;
  }

  /** Who has to assign it reads it until that is done or needless. */
  private byAssignment(organization: string, issue: string): Level | null {
    const isOpen = (row: Row): boolean => row['body_id'] === organization && row['status'] === 'REQUESTED';
    return this.assignments.get(issue)?.some(isOpen) ? 2 : null;
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
    return levels.every((level) => level !== null) && levels.some((level) => level <= 3);
  }

  seesReferral(organization: string, referral: Row): boolean {
    const assigns = this.assignments
      .get(text(referral['issue_id']))
      ?.some((row) => row['body_id'] === organization && row['status'] !== 'LAPSED');
    const isParty = [referral['from_id'], referral['to_id'], referral['owner_id']].includes(organization);
    return (isParty || assigns === true) && this.sees(organization, referral['issue_id']);
  }

  referral(id: unknown): Row | undefined {
    return this.rows('referral').find((row) => row['id'] === id);
  }

  /** The bodies of every matter that it serves. */
  seesTask(organization: string, task: Row): boolean {
    return this.mattersOf(task).some((matter) => this.takesPart(organization, matter));
  }

  mattersOf(task: Row): unknown[] {
    const more = this.rows('task_matter').filter((row) => row['task_id'] === task['id']);
    return [task['matter_id'], ...more.map((row) => row['matter_id'])];
  }

  seesReminder(organization: string, reminder: Row): boolean {
    const referral = this.referral(reminder['referral_id']);
    return referral ? this.seesReferral(organization, referral) : this.takesPart(organization, reminder['matter_id']);
  }

  seesComment(organization: string, comment: Row): boolean {
    if (comment['internal']) return comment['organization_id'] === organization;
    return comment['issue_id']
      ? this.reads(organization, comment['issue_id'])
      : this.takesPart(organization, comment['matter_id']);
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
      case 'Assignment': {
        const { owner_id, body_id } = subject('assignment');
        return [owner_id, body_id].includes(organization);
      }
      case 'Reminder': {
        const { owner_id, from_id, to_id } = this.referral(subject('reminder')['referral_id'])!;
        return [owner_id, from_id, to_id].includes(organization);
      }
      case 'Task':
      case 'AnswerRelay':
        return [event['organization_id'], this.issue(event['issue_id'])?.['owner_id']].includes(organization);
      case 'Comment':
        return subject('comment')['organization_id'] === organization;
      default:
        return (
          this.memory.told.get(text(event['uid']))?.includes(organization) ?? this.isPartyOfPlace(organization, event)
        );
    }
  }

  private isPartyOfPlace(organization: string, event: Row): boolean {
    const { matter_id: matter, issue_id: issue } = event;
    // Where all bodies of the matter were told, the owner that is none of them any more is told once besides.
    const isBesides = this.rows('event').some(
      (other) => other['xid'] === event['xid'] && other['scope'] === 'MATTER' && other['issue_id'] === issue && issue,
    );
    if (isBesides) return this.issue(issue)?.['owner_id'] === organization;
    const adders = this.memory.adders.get(`${text(matter)}/${text(issue)}`);
    return (
      event['organization_id'] === organization ||
      this.issue(issue)?.['owner_id'] === organization ||
      adders?.has(organization) === true
    );
  }

  /** Sum over the issues of a matter that the body sees; parts of one whole count once. */
  voices(organization: string, matter: unknown): number {
    const wholes = Map.groupBy(this.issuesIn(organization, matter), (issue) => issue['parent_id'] ?? issue['id']);
    const most = (parts: Row[]): number => Math.max(...parts.map((part) => Number(part['voices'])));
    return [...wholes.values()].reduce((sum, parts) => sum + most(parts), 0);
  }

  issuesIn(organization: string, matter: unknown): Row[] {
    return this.rows('issue').filter(
      (issue) => this.places.get(text(issue['id']))?.['matter_id'] === matter && this.sees(organization, issue['id']),
    );
  }

  /** Issues whose words or cards, and matters in which, the body loses between two moments. */
  lostSince(before: Oracle, organization: string): string[] {
    const now = this.known(organization);
    const cards = [...before.issues.keys()].filter(
      (id) => before.sees(organization, id) && !this.sees(organization, id),
    );
    return [...new Set([...before.known(organization)].filter((id) => !now.has(id)).concat(cards))];
  }

  /** Issues that it reads and matters in which it takes part. */
  private known(organization: string): Set<string> {
    const issues = [...this.issues.keys()].filter((id) => this.reads(organization, id));
    const matters = [...this.parts.keys()].filter((id) => this.takesPart(organization, id));
    return new Set([...issues, ...matters]);
  }

  private remember(before: Oracle | undefined): Memory {
    const adders = new Map([...(before?.memory.adders ?? [])].map(([key, set]) => [key, new Set(set)]));
    for (const place of this.places.values()) {
      const key = `${text(place['matter_id'])}/${text(place['issue_id'])}`;
      adders.set(key, (adders.get(key) ?? new Set()).add(text(place['added_by_id'])));
    }
    const links = new Map(before?.memory.links);
    for (const link of this.rows('issue_link'))
      links.set(text(link['id']), [text(link['from_id']), text(link['to_id'])]);
    const told = new Map(before?.memory.told);
    for (const event of this.rows('event')) {
      const uid = text(event['uid']);
      if (text(event['type']).startsWith('access.') && !told.has(uid)) told.set(uid, this.concernedBy(event, before));
    }
    return { told, adders, links };
  }

  /** Whom a new event about access is about. */
  private concernedBy({ type, subject_id }: Row, before: Oracle | undefined): string[] {
    const id = text(subject_id);
    const gains = (organization: string): boolean =>
      this.known(organization).has(id) && before?.known(organization).has(id) !== true;
    const loses = (organization: string): boolean =>
      before !== undefined && this.lostSince(before, organization).includes(id);
    return this.members.organizations.filter(type === 'access.granted' ? gains : loses);
  }
}
