import { AppError, badInput } from '../errors.ts';

/** The constant texts of Apollo Server's HTTP layer, which speaks English only. */
const known: readonly { says: RegExp; messageKey: string }[] = [
  { says: /blocked as a potential Cross-Site Request Forgery/, messageKey: 'request.crossSite' },
  { says: /^GET requests only support query/, messageKey: 'request.getQuery' },
  { says: /^GET requests may not have a content-type/, messageKey: 'request.mediaType' },
  { says: /supports only GET\/POST/, messageKey: 'request.method' },
  { says: /^Operation batching disabled/, messageKey: 'request.batch' },
  { says: /^POST body missing/, messageKey: 'request.empty' },
  { says: /^An 'accept' header was provided/, messageKey: 'request.accept' },
];
const query = /^GraphQL (?:queries must be strings|operations must contain a non-empty `query`)/;
const part = /^(?:`(\w+)` in a POST body|The '?(\w+)'? search parameter) /;

/** What is wrong with a request before its document is looked at; `field` is a part of the body or the address. */
export function httpFault(message: string): AppError {
  const fault = known.find(({ says }) => says.test(message));
  if (fault) return new AppError('BAD_INPUT', { messageKey: fault.messageKey });
  if (query.test(message)) return badInput('query', 'request.query');
  const [, inBody, inAddress] = part.exec(message) ?? [];
  const field = inBody ?? inAddress;
  return field === undefined
    ? new AppError('BAD_INPUT', { messageKey: 'request.invalid', params: { reason: message.trim() } })
    : badInput(field, 'request.part');
}
