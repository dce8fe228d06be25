import { dayOf, momentOf } from '../../platform/days.ts';
import type { AlarmStep, RuleRow } from './deadline.entity.ts';
import { reckon } from './reckon.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface Alarm {
  step: AlarmStep;
  at: Date;
}

type Ladder = Pick<RuleRow, 'unit' | 'warn_before' | 'warn_unit' | 'escalate_to' | 'escalate_after'>;

/** What will happen when, as long as nobody ends the clock: a warning, the miss, and each rung of the ladder. Pure. */
export function alarmsOf(dueAt: Date, rule: Ladder, calendar: WorkingCalendar): Alarm[] {
  // The due day is the one that ends there.
  const onDueDay = new Date(dueAt.getTime() - 1);
  // Clocks of minutes and hours run at night, too.
  const isUrgent = rule.unit === 'MINUTE' || rule.unit === 'HOUR';
  const spoken = (moment: Date): Date => (isUrgent ? moment : awake(moment, calendar));
  const warning: Alarm[] =
    rule.warn_before === null ? [] : [{ step: 'WARN', at: spoken(warnAt(onDueDay, rule, calendar)) }];
  const rungs = rule.escalate_to.map((step, i): Alarm => {
    const amount = rule.escalate_after[i]!;
    const isAtOnce = amount === 0;
    const days = { amount, unit: 'WORKING_DAY', isBackward: false, rolls: true } as const;
    return { step, at: spoken(isAtOnce ? dueAt : reckon(onDueDay, days, calendar).dueAt) };
  });
  return [...warning, { step: 'MISS', at: dueAt }, ...rungs];
}

function warnAt(onDueDay: Date, { warn_before, warn_unit }: Ladder, calendar: WorkingCalendar): Date {
  const term = { amount: warn_before!, unit: warn_unit, isBackward: true, rolls: true };
  return reckon(onDueDay, term, calendar).dueAt;
}

/** The moment itself where people are reminded then, else the end of the quiet hours of the next working day. */
export function awake(moment: Date, calendar: WorkingCalendar): Date {
  for (let day = dayOf(moment); ; day += 1) {
    if (!calendar.day(day).isWorking) continue;
    const [quietFrom, quietTo] = calendar.quiet(day);
    const spansMidnight = quietFrom > quietTo;
    const [opens, closes] = spansMidnight ? [quietTo, quietFrom] : [0, 1440];
    const from = momentOf(day, opens);
    if (moment >= momentOf(day, closes)) continue;
    const first = moment > from ? moment : from;
    const isQuiet = !spansMidnight && first >= momentOf(day, quietFrom) && first < momentOf(day, quietTo);
    return isQuiet ? momentOf(day, quietTo) : first;
  }
}
