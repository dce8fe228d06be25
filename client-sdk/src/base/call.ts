/** The text of an operation that knows the types of its result and variables. */
export type TypedDocument<Result, Variables> = string & { readonly __types?: (variables: Variables) => Result };

export interface CallOptions {
  /** Ends the call; what the server has begun goes on. */
  signal?: AbortSignal;
}
