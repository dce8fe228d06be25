import { Migration20261124090000_roles } from './Migration20261124090000_roles.ts';
import { Migration20261124090100_reference } from './Migration20261124090100_reference.ts';
import { Migration20261124090200_issues } from './Migration20261124090200_issues.ts';
import { Migration20261124090300_matters } from './Migration20261124090300_matters.ts';
import { Migration20261124090400_log } from './Migration20261124090400_log.ts';
import { Migration20261124090500_derive } from './Migration20261124090500_derive.ts';
import { Migration20261124090600_accounts } from './Migration20261124090600_accounts.ts';
import { Migration20261125101000_intake } from './Migration20261125101000_intake.ts';
import { Migration20261125101100_referral_contract } from './Migration20261125101100_referral_contract.ts';
import { Migration20261125101200_joint_plan } from './Migration20261125101200_joint_plan.ts';
import { Migration20261125101300_answers } from './Migration20261125101300_answers.ts';
import { Migration20261125101400_derive } from './Migration20261125101400_derive.ts';

/** In order; a name that has run is never run again, so that none is ever edited after a release. */
export const migrations = [
  Migration20261124090000_roles,
  Migration20261124090100_reference,
  Migration20261124090200_issues,
  Migration20261124090300_matters,
  Migration20261124090400_log,
  Migration20261124090500_derive,
  Migration20261124090600_accounts,
  Migration20261125101000_intake,
  Migration20261125101100_referral_contract,
  Migration20261125101200_joint_plan,
  Migration20261125101300_answers,
  Migration20261125101400_derive,
];
