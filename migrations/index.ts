import { Migration20261124090000_roles } from './Migration20261124090000_roles.ts';
import { Migration20261124090100_reference } from './Migration20261124090100_reference.ts';
import { Migration20261124090200_issues } from './Migration20261124090200_issues.ts';
import { Migration20261124090300_matters } from './Migration20261124090300_matters.ts';
import { Migration20261124090400_log } from './Migration20261124090400_log.ts';
import { Migration20261124090500_derive } from './Migration20261124090500_derive.ts';
import { Migration20261124090600_accounts } from './Migration20261124090600_accounts.ts';

/** In order; a name that has run is never run again, so that none is ever edited after a release. */
export const migrations = [
  Migration20261124090000_roles,
  Migration20261124090100_reference,
  Migration20261124090200_issues,
  Migration20261124090300_matters,
  Migration20261124090400_log,
  Migration20261124090500_derive,
  Migration20261124090600_accounts,
];
