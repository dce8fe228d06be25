import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { extendType, MutationInput, MutationPayload, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { MatterType } from '../matters/matter.types.ts';
import { TaskType } from '../matters/task.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';
import { ReferralType } from '../referrals/referral.types.ts';

@PlannedType(
  'Reminder',
  'A formal nudge of one body by another (đôn đốc). Of a matter or task visible to the matter’s bodies, of a referral to those whom it concerns.',
  [NodeType],
)
export class ReminderType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => OrganizationType, { description: 'The body that reminds.' })
  organization!: OrganizationType;

  @Field(() => OrganizationType, { description: 'The body reminded.' })
  to!: OrganizationType;

  @Field(() => MatterType, { nullable: true, description: 'The matter; null where it is about a referral.' })
  matter!: MatterType | null;

  @Field(() => TaskType, { nullable: true, description: 'The task in the matter, where it is about one.' })
  task!: TaskType | null;

  @Field(() => ReferralType, { nullable: true, description: 'The referral, where it is about one.' })
  referral!: ReferralType | null;

  @Field(() => String, { nullable: true, description: 'What it says, up to 2,000 characters; names no person.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  at!: string;
}

@InputType('ReminderSendInput', {
  description:
    'Reminds the lead of a matter, the body of a task, or the addressee of a referral. Matter and task: open to who works there, supervises or collected; referral: to who offered it and to the owner. Not of what is finished, nor of oneself.',
})
export class ReminderSendInput extends MutationInput {
  @Field(() => ID, { description: 'A matter, a task or a referral.' })
  subjectId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account.',
  })
  note!: string | null | undefined;
}

@PlannedType('ReminderSendPayload', 'The reminder sent.')
export class ReminderSendPayload extends MutationPayload {
  @Field(() => ReminderType, { description: 'As it was sent.' })
  reminder!: ReminderType;
}

/** Fields of what bodies are reminded of. */
export interface Remindable {
  reminderCount: number;
}

export interface WithReminders extends Remindable {
  reminders: ReminderType[];
}

const count = 'How often it was reminded of (số lần đôn đốc).';

extendType(MatterType, {
  reminders: [
    Field(() => [ReminderType], { description: 'Reminders of it and of its tasks, oldest first (đôn đốc).' }),
  ],
  reminderCount: [
    Field(() => Int, { description: 'How often its bodies were reminded, of tasks too (số lần đôn đốc).' }),
  ],
});
extendType(TaskType, { reminderCount: [Field(() => Int, { description: count })] });
extendType(ReferralType, {
  reminders: [Field(() => [ReminderType], { description: 'Reminders of it, oldest first (đôn đốc).' })],
  reminderCount: [Field(() => Int, { description: count })],
});
