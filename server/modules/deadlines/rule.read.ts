import {
  column,
  connection,
  given,
  many,
  nodeId,
  openToMembers,
  shape,
  value,
  visibleRows,
  when,
  whenAny,
  type Fields,
  type Plan,
} from '../../platform/read/plan.ts';
import { sql, viewerOrganization } from '../../platform/read/sql.ts';
import { position } from '../issues/issue.read.ts';
import type { CalendarsArgs, RulesArgs } from './rule.inputs.ts';
import type { DeadlineRuleType, EscalationStepType, SpecialDayType, WorkingCalendarType } from './rule.types.ts';

export const rulePlan: Plan & { fields: Fields } = {
  ...shape<DeadlineRuleType>('DeadlineRule', {
    id: nodeId('rule'),
    code: column('code'),
    version: column('version'),
    kind: column('kind'),
    name: column('name_vi'),
    nameEn: column('name_en'),
    runner: column('runner'),
    startsOn: column('starts_on'),
    stopsOn: column('stops_on'),
    pausesOn: column('pauses_on'),
    cancelsOn: column('cancels_on'),
    channels: column('channels'),
    organizationKinds: column('organization_kinds'),
    amount: column('amount'),
    unit: column('unit'),
    isBackward: column('is_backward'),
    rolls: column('rolls'),
    warnBefore: column('warn_before'),
    warnUnit: column('warn_unit'),
    escalation: many(() => rungPlan, {
      on: (row, rung) => sql`${rung.col('rule_id')} = ${row.col('id')}`,
      order: (rung) => rung.col('place'),
    }),
    pauseMaxCount: column('pause_max_count'),
    pauseMaxDays: column('pause_max_days'),
    extendMax: column('extend_max'),
    legalBasis: column('legal_basis'),
    confidence: column('confidence'),
    enabled: column('enabled'),
    validFrom: column('valid_from'),
    validTo: column('valid_to'),
  }),
  rows: openToMembers('deadline_rule'),
};

const rungPlan: Plan = {
  ...shape<EscalationStepType>('EscalationStep', { to: column('rung'), after: column('after') }),
  rows: openToMembers('deadline_rung'),
};

export const calendarPlan: Plan = {
  ...shape<WorkingCalendarType>('WorkingCalendar', {
    id: nodeId('calendar'),
    year: column('year'),
    version: column('version'),
    status: column('status'),
    isOwn: value((row) => sql`${row.col('organization_id')} is not null`),
    hours: column('hours'),
    quietFrom: column('quiet_from'),
    quietTo: column('quiet_to'),
    days: many(() => dayPlan, {
      on: (row, day) => sql`${day.col('calendar_id')} = ${row.col('id')}`,
      order: (day) => day.col('on_date'),
    }),
  }),
  rows: visibleRows('calendar', {
    where: sql`(t.organization_id is null or t.organization_id = ${viewerOrganization})`,
  }),
};

const dayPlan: Plan = {
  ...shape<SpecialDayType>('SpecialDay', {
    on: column('on_date'),
    kind: column('kind'),
    name: column('name_vi'),
    legalBasis: column('legal_basis'),
    enabled: column('enabled'),
  }),
  rows: openToMembers('calendar_day'),
};

export const ruleQueries: Fields = {
  deadlineRules: connection(() => rulePlan, {
    scope: 'deadlineRules',
    order: {
      columns: [
        { name: 'code', cast: 'text' },
        { name: 'version', cast: 'int' },
      ],
      direction: 'asc',
    },
    clauses: (args) => {
      const { codes, on } = args as unknown as RulesArgs;
      return [
        ...whenAny('codes', codes, 'code', 'text'),
        ...when(
          'on',
          on,
          (row, v) => sql`${row.col('id')} = (select r.id from deadline_rule r
          where r.code = ${row.col('code')} and r.valid_from <= ${v}::date and (r.valid_to is null or r.valid_to > ${v}::date)
          order by r.version desc limit 1)`,
        ),
      ];
    },
  }),
  calendars: connection(() => calendarPlan, {
    scope: 'calendars',
    order: { columns: [{ name: 'number', cast: 'bigint' }], direction: 'desc' },
    clauses: (args) =>
      when('year', (args as unknown as CalendarsArgs).year, (row, v) => sql`${row.col('year')} = ${v}::int`),
  }),
};

const calendar = given(() => calendarPlan, 'calendar');

export const rulePayloads = {
  deadlineRuleChange: shape('DeadlineRuleChangePayload', { rule: given(() => rulePlan, 'rule'), position: position() }),
  calendarPropose: shape('CalendarProposePayload', { calendar, position: position() }),
  calendarConfirm: shape('CalendarConfirmPayload', { calendar, position: position() }),
};
