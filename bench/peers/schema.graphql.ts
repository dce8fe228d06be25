/** The part of the product's schema that is measured, for peers whose schema is written by hand. */
export const typeDefs = `
  type Query {
    issues(first: Int = 20, filter: IssueFilter): IssueConnection!
    issue(code: String!): Issue
  }
  type Mutation { issueCollect(input: IssueCollectInput!): IssueCollectPayload! }
  type Subscription { events(filter: EventFilter): EventDelivery! }
  enum IssueStatus { RECEIVED NEEDS_INFO SCREENED OUT_OF_SCOPE REFERRED IN_FOLLOW_UP ANSWERED CLOSED }
  input IssueFilter { statuses: [IssueStatus!], topicCodes: [String!] }
  input EventFilter { types: [String!] }
  input IssueCollectInput {
    kind: String!, title: String!, description: String!, topicCode: String!, areaId: ID!, place: String, channel: String!
    visibility: String!, shareWithIds: [ID!]
  }
  type IssueCollectPayload { issue: Issue! }
  type IssueConnection { nodes: [Issue!]! }
  type Organization { code: String!, name: String! }
  type Topic { code: String!, name: String! }
  type Area { code: String!, name: String! }
  type Issue {
    id: ID!, code: String!, kind: String!, title: String!, description: String, status: IssueStatus!, statusReason: String
    channel: String!, place: String, voices: Int!, collectedOn: String!, visibility: String!, version: Int!
    createdAt: String!, updatedAt: String!, topic: Topic!, area: Area!, owner: Organization!, sharedWith: [Organization!]!
    links(first: Int = 20): LinkConnection!, matter: Matter, timeline(first: Int = 20): EventConnection!
  }
  type LinkConnection { totalCount: Int!, nodes: [IssueLink!]! }
  type IssueLink { kind: String!, issue: Issue! }
  type Matter { code: String!, title: String!, status: String!, participants: [Participant!]! }
  type Participant { role: String!, organization: Organization! }
  type EventConnection { nodes: [Event!]! }
  type Event { type: String!, occurredAt: String!, organization: Organization!, issue: Issue }
  type EventDelivery { cursor: String!, event: Event }
`;
