import { createClient, type Client } from '../../client-sdk/src/index.ts';

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; field?: string; requestId: string; retryable: boolean; [key: string]: unknown };
}

export interface Answer<T> {
  status: number;
  data: T | null | undefined;
  errors: GraphqlError[];
}

/** Somebody who talks to the server over HTTP, as members' apps do. */
export class Actor {
  readonly url: string;
  readonly token: string | null;
  readonly name: string;

  constructor(url: string, token: string | null, name: string) {
    this.url = url;
    this.token = token;
    this.name = name;
  }

  /** The SDK, signed in as this actor. */
  get client(): Client {
    return createClient({ url: this.url, token: this.token ?? undefined });
  }

  /** The whole answer, errors too. */
  async send<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    try {
      const { data, errors } = JSON.parse(text) as { data?: T | null; errors?: GraphqlError[] };
      return { status: response.status, data, errors: errors ?? [] };
    } catch (error) {
      throw new Error(`${this.name}: ${response.status} ${text}\n${query}\n${JSON.stringify(variables)}`, {
        cause: error,
      });
    }
  }

  /** The data; an error fails the test with everything needed to repeat it. */
  async ask<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors.length > 0 || !answer.data) {
      throw new Error(
        `${this.name}: unexpected errors\n${JSON.stringify(answer.errors, null, 2)}\n${query}\n${JSON.stringify(variables)}`,
      );
    }
    return answer.data;
  }

  /** The one error; fails where there is none, or more than one, or data beside it. */
  async refusal(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphqlError['extensions'] & { message: string }> {
    const answer = await this.send(query, variables);
    const [error, ...others] = answer.errors;
    if (!error || others.length > 0) {
      throw new Error(
        `${this.name}: expected one error, got ${JSON.stringify(answer)}\n${query}\n${JSON.stringify(variables)}`,
      );
    }
    return { ...error.extensions, message: error.message };
  }
}
