import type { Client } from 'pg';

/**
 * The epoch of this log. Transaction numbers restart after a dump is restored and repeat after a recovery to an earlier
 * point: on another system or timeline than last time a new epoch begins, and cursors of the old one expire.
 * Runs as the owner, at the start; processes that start at once agree.
 */
export async function openEpoch(client: Client): Promise<string> {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(7305003)');
  // The timeline of the last checkpoint would be the old one for minutes after a standby has taken over.
  const here = await client.query<{ system_identifier: string; timeline: number }>(
    `select system_identifier::text, ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline
      from pg_control_system()`,
  );
  const { system_identifier: systemIdentifier, timeline } = here.rows[0]!;
  const last = await client.query<{ epoch: string; system_identifier: string; timeline: number }>(
    'select epoch, system_identifier::text, timeline from log_epoch order by started_at desc, epoch desc limit 1',
  );
  const current = last.rows[0];
  let epoch = current?.epoch;
  if (current?.system_identifier !== systemIdentifier || current.timeline !== timeline) {
    const made = await client.query<{ epoch: string }>(
      'insert into log_epoch (system_identifier, timeline) values ($1, $2) returning epoch',
      [systemIdentifier, timeline],
    );
    epoch = made.rows[0]!.epoch;
  }
  await client.query('commit');
  return epoch!;
}
