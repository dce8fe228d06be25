import type { Pool } from 'pg';
import { followLog, type Told } from '../support/log.ts';

/** Publishes each line of the log once; who subscribes resolves it for itself, as subscriptions of this kind do. */
export async function publishEvents(
  pool: Pool,
  publish: (delivery: Omit<Told, 'audience'> & { cursor: string }) => void,
): Promise<void> {
  await followLog(pool, (events) => {
    for (const { xid, id } of events) publish({ xid, id, cursor: `${xid}/${id}` });
  });
}
