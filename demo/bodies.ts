import { createClient, signIn, type Client } from '../client-sdk/src/index.ts';

const roles = ['officer', 'coordinator', 'leader'] as const;

/** A member body with its three offices, each a client of its own. */
export interface Body extends Record<(typeof roles)[number], Client> {
  code: string;
  id: string;
}

const password = process.env['DEMO_PASSWORD'] || 'lien-thong-demo';

/** An office signs in when it first has something to do. */
function officeOf(url: string, email: string): Client {
  let session: ReturnType<typeof signIn> | undefined;
  return createClient({
    url,
    locale: 'en',
    token: async (refused) => {
      if (!session || refused) session = signIn(url, email, password);
      return (await session).token;
    },
  });
}

export async function bodyOf(url: string, code: string): Promise<Body> {
  const [officer, coordinator, leader] = roles.map((role) =>
    officeOf(url, `${role}@${code.toLowerCase()}.hatinh.example`),
  ) as [Client, Client, Client];
  const organization = await officer.organization({ code });
  if (!organization) throw new Error(`There is no body ${code}: was the server started with DEMO=off?`);
  return { code, id: organization.id, officer, coordinator, leader };
}
