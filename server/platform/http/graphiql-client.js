// Runs in the browser; bundled by graphiql-bundle.ts. Plain JavaScript: React's types are not needed for one page.
import { GraphiQL } from 'graphiql';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-ws';
import { createElement, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';

const WORKERS = { json: './json.worker.js', graphql: './graphql.worker.js' };
const settings = JSON.parse(document.getElementById('settings').textContent);
const endpoint = new URL(settings.endpoint, location.href);

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(new URL(WORKERS[label] ?? './editor.worker.js', import.meta.url), { type: 'module' }),
};

function createSocketClient(headers) {
  const url = new URL(endpoint);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  // The server reads the same header names from the connection's parameters as from a request.
  return createClient({ url: url.href, connectionParams: headers, lazyCloseTimeout: 3000 });
}

function createSubscriber() {
  const clients = new Map();
  return async function* subscribe(params, headers) {
    const key = JSON.stringify(headers);
    if (!clients.has(key)) {
      clients.set(key, createSocketClient(headers));
    }
    try {
      yield* clients.get(key).iterate(params);
    } catch (error) {
      if (error instanceof CloseEvent) {
        throw new Error(`The live connection was closed: ${error.code} ${error.reason}`, { cause: error });
      }
      throw error;
    }
  };
}

async function post(params, headers) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      'apollo-require-preflight': 'true',
      ...headers,
    },
    body: JSON.stringify(params),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`HTTP ${response.status} ${response.statusText}: ${text.slice(0, 200)}`, { cause: error });
  }
}

/** What the page sends as `Authorization` unless the Headers tab says otherwise: the token of the last sign-in. */
function withToken(headers, token) {
  const given = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
  return token === null || given ? headers : { ...headers, Authorization: `Bearer ${token}` };
}

function createFetcher(onSignIn) {
  const subscribe = createSubscriber();
  let token = null;
  return (params, { headers = {}, documentAST } = {}) => {
    const all = withToken(headers, token);
    const operation = documentAST && getOperationAST(documentAST, params.operationName);
    if (operation?.operation === 'subscription') {
      return subscribe(params, all);
    }
    return post(params, all).then((result) => {
      const session = result.data?.sessionCreate;
      if (session?.token) {
        token = session.token;
        onSignIn(session.viewer?.organization?.name ?? '');
      }
      return result;
    });
  };
}

function Page() {
  const [signedIn, setSignedIn] = useState(null);
  const fetcher = useMemo(() => createFetcher(setSignedIn), []);
  const state = signedIn === null ? 'chưa đăng nhập · not signed in' : `đã đăng nhập · signed in: ${signedIn}`;
  return createElement(
    GraphiQL,
    {
      fetcher,
      defaultTabs: settings.tabs.map((query) => ({ query })),
      initialQuery: new URLSearchParams(location.search).get('query') ?? undefined,
      defaultQuery: settings.tabs[0] ?? '',
      defaultHeaders: settings.headers,
      defaultEditorToolsVisibility: 'headers',
    },
    createElement(
      GraphiQL.Logo,
      null,
      createElement('a', { href: '/', className: 'graphiql-logo-link' }, 'Liên Thông'),
      createElement('small', { className: 'session' }, state),
    ),
  );
}

createRoot(document.getElementById('graphiql')).render(createElement(Page));
