import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import {
  mark,
  monotonicMs,
  type FanoutOrder,
  type FanoutReport,
  type FromClients,
  type ToClients,
} from './protocol.ts';

/** Thousands of sockets in a process of their own, which only counts what comes and when. */
const atOnce = 100;
const sockets: WebSocket[] = [];
let report: FanoutReport = { deliveries: 0, received: [], lastAt: 0 };

const tell = (message: FromClients): void => void process.send!(message);

process.on('message', (message: ToClients) => {
  if ('open' in message) void openAll(message.open);
  else if ('report' in message) {
    tell({ reported: report });
    report = { deliveries: 0, received: [], lastAt: 0 };
  } else {
    for (const socket of sockets) socket.terminate();
    process.disconnect();
  }
});

async function openAll(order: FanoutOrder): Promise<void> {
  for (let n = 0; n < order.sockets; n += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, order.sockets - n) }, (_, i) => open(order, n + i));
    await Promise.all(batch);
  }
  // The acknowledgement came before the stream was open.
  await delay(1000);
  for (const socket of sockets.slice(0, order.stalled)) socket.pause();
  tell({ opened: sockets.length });
}

function open(order: FanoutOrder, n: number): Promise<void> {
  const token = order.tokens[n % order.tokens.length]!;
  const socket = new WebSocket(order.url, 'graphql-transport-ws', { perMessageDeflate: false });
  sockets.push(socket);
  const payload = { Authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`A socket was closed with ${code}`)));
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.includes('"connection_ack"')) {
        if (order.query !== null)
          socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: order.query } }));
        resolve();
      } else hear(socket, text);
    });
  });
}

function hear(socket: WebSocket, text: string): void {
  const at = text.indexOf(mark);
  if (at >= 0) {
    const now = monotonicMs();
    report.deliveries += 1;
    report.lastAt = now;
    report.received.push([Number.parseInt(text.slice(at + mark.length), 10), now]);
  } else if (text.includes('"ping"')) socket.send('{"type":"pong"}');
  else if (text.includes('"error"')) throw new Error(text);
}
