import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ExampleAccount } from './examples.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2530; --soft: #5a6675; --paper: #fbfaf7; --card: #fff; --line: #e2ded4;
  --accent: #9b2c1f; --code: #f3f0e8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --soft: #a3abb5; --paper: #14181d; --card: #1b2127;
  --line: #303841; --accent: #f0907f; --code: #11151a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, "Segoe UI", sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 4rem }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2; letter-spacing: -.01em }
h1 + p { margin: .5rem 0 0; color: var(--soft); font-size: 1.125rem }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.125rem }
h2 span, dt span { color: var(--soft); font-weight: 400 }
p { margin: .75rem 0 }
a { color: var(--accent) }
span[lang=en] { color: var(--soft) }
.button { display: inline-block; margin: 1.25rem 0 0; padding: .6rem 1.1rem; border-radius: .4rem; text-decoration: none;
  background: var(--accent); color: var(--paper); font-weight: 600 }
dl { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
dl div { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem 1rem; padding: .7rem 1rem }
dl div + div { border-top: 1px solid var(--line) }
dt { font-weight: 600; line-height: 1.35 }
dt span { display: block; font-size: .875rem }
dd { margin: 0; overflow-wrap: anywhere }
code, pre { font: .875rem/1.55 ui-monospace, "Cascadia Mono", Consolas, monospace }
pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--code); border: 1px solid var(--line); border-radius: .5rem }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr } main { padding-top: 2rem } }
`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface LandingOptions {
  /** Path of the GraphQL endpoint for POST and WebSocket, as in `/graphql`. */
  readonly endpoint: string;
  readonly graphiql: boolean;
  /** Shown in the example of a sign-in. */
  readonly account: ExampleAccount | null;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The Host header and the account are somebody else's words. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function signIn(url: string, account: ExampleAccount | null): string {
  const { email, password } = account ?? { email: 'you@example.vn', password: '…' };
  const query = 'mutation ($i: SessionCreateInput!) { sessionCreate(input: $i) { token expiresAt } }';
  const body = JSON.stringify({ query, variables: { i: { email, password } } }).replaceAll("'", "'\\''");
  return `curl ${url} \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
}

function connection({ endpoint, graphiql }: LandingOptions, origin: string): string {
  const socket = escapeHtml(`${origin.replace(/^http/, 'ws')}${endpoint}`);
  const rows: [string, string, string][] = [
    ['Truy vấn, ghi', 'queries, mutations', `<code>POST ${escapeHtml(origin + endpoint)}</code>`],
    ['Trực tiếp', 'subscriptions', `<code>${socket}</code> (<code>graphql-transport-ws</code>)`],
    [
      'Xác thực',
      'signing in',
      '<code>Authorization: Bearer &lt;token&gt;</code>, từ · from <code>sessionCreate</code>',
    ],
    ['Tình trạng', 'health', '<a href="/livez">/livez</a> · <a href="/readyz">/readyz</a>'],
  ];
  if (graphiql) {
    rows.push(['Tra cứu, thử', 'reference, trying out', `<a href="${endpoint}">GraphiQL</a>`]);
  }
  return rows
    .map(([vi, en, value]) => `<div><dt>${vi} <span lang="en">${en}</span></dt><dd>${value}</dd></div>`)
    .join('\n');
}

function page(options: LandingOptions, origin: string): string {
  const { endpoint, graphiql, account } = options;
  const open = `<a class="button" href="${endpoint}">Mở GraphiQL · Open GraphiQL</a>`;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Liên Thông</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Liên Thông</h1>
<p>Nền tảng GraphQL để các cơ quan trong tỉnh đối chiếu, theo dõi và cùng giải quyết kiến nghị của Nhân dân</p>
${graphiql ? open : ''}

<h2>Đây là gì?</h2>
<p>Mặt trận và các tổ chức thành viên, Hội đồng nhân dân, Ủy ban nhân dân, cơ quan Đảng: mỗi nơi tiếp nhận phản ánh,
kiến nghị theo cách riêng. Liên Thông nối các danh sách đó: mỗi cơ quan giữ nội dung của mình và quyết định ai được xem;
nội dung liên quan được nối với nhau; việc liên quan được báo ngay; một vụ việc có một cơ quan chủ trì,
các cơ quan phối hợp và giám sát, và một câu trả lời chung. Không lưu thông tin cá nhân của người dân.</p>

<h2>Kết nối <span lang="en">· Connect</span></h2>
<dl>
${connection(options, origin)}
</dl>

<h2>Thử ngay <span lang="en">· Try it</span></h2>
<pre><code>${escapeHtml(signIn(origin + endpoint, account))}</code></pre>

<section lang="en">
<h2>What is this?</h2>
<p>Liên Thông (“connected through”) is a GraphQL platform that a province's public bodies share. Each body collects
the issues that citizens raise in its own way, keeps them and decides who may see them. The platform links
what belongs together, tells each body at once what concerns it, and lets them follow one matter up jointly:
one lead, co-ordinating and supervising bodies, one answer. It stores issues, never people.</p>
</section>

<footer>Tài liệu ở README của mã nguồn <span lang="en">· Documentation: the README of the source code</span></footer>
</main>
</body>
</html>
`;
}

/** `GET /`: what this is and how to connect, for whoever opens the address in a browser. */
export function registerLanding(app: FastifyInstance, options: LandingOptions): void {
  app.get('/', { logLevel: 'warn' }, (request: FastifyRequest, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .type('text/html; charset=utf-8')
      .send(page(options, `${request.protocol}://${request.host}`)),
  );
}
