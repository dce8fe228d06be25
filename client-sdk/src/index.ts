export type { CallOptions, TypedDocument } from './base/call.ts';
export { LienThongError, TransportError, type ErrorBody, type ErrorExtensions } from './base/error.ts';
export { createClient, eachNode, signIn, type Client, type Page } from './client.ts';
export * from './generated/errors.ts';
export type { Methods } from './generated/methods.ts';
export * from './generated/operations.ts';
export type * from './generated/types.ts';
export type { EventDelivery, EventsOptions, LiveOptions, NotificationDelivery } from './live.ts';
export type { ClientOptions } from './transport.ts';
