import { createServer } from 'node:http';
import { Pool } from 'pg';
import { WebSocketServer, type WebSocket } from 'ws';
import { loadBodies } from '../support/bodies.ts';
import { followLog, type Told } from '../support/log.ts';

/** Bare ws: one read of each event for everybody, one frame for all sockets of its audience. */
const everyone = '00000000-0000-0000-0000-000000000000';
const pool = new Pool({ connectionString: process.env['DATABASE_URL']!, max: 2 });
const bodies = await loadBodies(pool);
const sockets = new Map<string, Set<WebSocket>>();

const text = `select json_build_object('id', '1', 'type', 'next', 'payload', json_build_object('data', json_build_object('events',
    json_build_object('cursor', e.xid || '/' || e.id, 'event', json_build_object('type', e.type, 'issue',
      json_build_object('code', i.code, 'title', i.title, 'owner', json_build_object('code', o.code, 'name', o.name)))))))::text as frame
  from event e join issue i on i.id = e.issue_id join organization o on o.id = i.owner_id where (e.xid, e.id) = ($1::xid8, $2::bigint)`;

const server = createServer((_, response) => response.end());
const acceptor = new WebSocketServer({ server, perMessageDeflate: false });
acceptor.on('connection', (socket) => {
  socket.once('message', (data: Buffer) => {
    const { payload } = JSON.parse(data.toString()) as { payload: { Authorization: string } };
    const body = bodies.get(payload.Authorization.slice(7));
    if (!body) {
      socket.close();
      return;
    }
    const set = sockets.get(body.organizationId) ?? new Set();
    sockets.set(body.organizationId, set.add(socket));
    socket.once('close', () => set.delete(socket));
    socket.send('{"type":"connection_ack"}');
  });
});

server.listen(Number(process.env['PORT']), '127.0.0.1');
const send = async ({ xid, id, audience }: Told): Promise<void> => {
  const { rows } = await pool.query<{ frame: string }>({ name: 'frame', text, values: [xid, id] });
  const frame = Buffer.from(rows[0]!.frame);
  const heard = audience.includes(everyone) ? sockets.values() : audience.flatMap((each) => sockets.get(each) ?? []);
  for (const set of heard) for (const socket of set) socket.send(frame, { binary: false });
};
await followLog(pool, (events) => void Promise.all(events.map(send)));
