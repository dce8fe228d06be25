import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';

export interface Told {
  xid: string;
  id: string;
  audience: string[];
}

const text = `with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
  select h.xmin::text as horizon, e.xid::text, e.id::text, (select array_agg(a.organization_id) from event_audience a
    where (a.xid, a.id) = (e.xid, e.id)) as audience
  from horizon h left join event e on e.xid >= $1::xid8 and e.xid < h.xmin order by e.xid, e.id limit 500`;

/** Reads the log as the product does, for servers that are compared with it: below the horizon, every 50 ms. */
export async function followLog(pool: Pool, hear: (events: Told[]) => void): Promise<never> {
  let from: string | null = null;
  for (;;) {
    const { rows }: { rows: (Told & { horizon: string })[] } = await pool.query<Told & { horizon: string }>({
      name: 'log',
      text,
      values: [from ?? '9223372036854775807'],
    });
    const events = rows.filter((row) => row.xid !== null);
    from = rows.at(-1)!.horizon;
    if (events.length > 0) hear(events);
    await delay(50);
  }
}
