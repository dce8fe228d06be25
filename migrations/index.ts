import { Migration20261124090000_roles } from './Migration20261124090000_roles.ts';
import { Migration20261124090100_reference } from './Migration20261124090100_reference.ts';
import { Migration20261124090200_issues } from './Migration20261124090200_issues.ts';
import { Migration20261124090300_matters } from './Migration20261124090300_matters.ts';
import { Migration20261124090400_log } from './Migration20261124090400_log.ts';
import { Migration20261124090500_derive } from './Migration20261124090500_derive.ts';
import { Migration20261124090600_accounts } from './Migration20261124090600_accounts.ts';
import { Migration20261125090000_jobs } from './Migration20261125090000_jobs.ts';
import { Migration20261125100000_reactions } from './Migration20261125100000_reactions.ts';
import { Migration20261125110000_notifications } from './Migration20261125110000_notifications.ts';
import { Migration20261125111000_notification_mail } from './Migration20261125111000_notification_mail.ts';
import { Migration20261125112000_hot_mutations } from './Migration20261125112000_hot_mutations.ts';
import { Migration20261125112100_feed_rows } from './Migration20261125112100_feed_rows.ts';
import { Migration20261125112200_list_indexes } from './Migration20261125112200_list_indexes.ts';
import { Migration20261125121000_intake } from './Migration20261125121000_intake.ts';
import { Migration20261125121100_referral_contract } from './Migration20261125121100_referral_contract.ts';
import { Migration20261125121200_joint_plan } from './Migration20261125121200_joint_plan.ts';
import { Migration20261125121300_answers } from './Migration20261125121300_answers.ts';
import { Migration20261125121400_derive_follow_up } from './Migration20261125121400_derive_follow_up.ts';

/** In order; a name that has run is never run again, so that none is ever edited after a release. */
export const migrations = [
  Migration20261124090000_roles,
  Migration20261124090100_reference,
  Migration20261124090200_issues,
  Migration20261124090300_matters,
  Migration20261124090400_log,
  Migration20261124090500_derive,
  Migration20261124090600_accounts,
  Migration20261125090000_jobs,
  Migration20261125100000_reactions,
  Migration20261125110000_notifications,
  Migration20261125111000_notification_mail,
  Migration20261125112000_hot_mutations,
  Migration20261125112100_feed_rows,
  Migration20261125112200_list_indexes,
  Migration20261125121000_intake,
  Migration20261125121100_referral_contract,
  Migration20261125121200_joint_plan,
  Migration20261125121300_answers,
  Migration20261125121400_derive_follow_up,
];
