/** What is measured, as a client of the product asks for it; a peer that can take the same document does. */
export const documents = {
  q1: `query Q1($status: IssueStatus!, $topic: String!) {
  issues(first: 20, filter: {statuses: [$status], topicCodes: [$topic]}) {
    nodes {
      id code title status voices collectedOn
      owner { code name } topic { code name } area { code name }
      links(first: 3) { totalCount nodes { kind issue { code title owner { code name } } } }
    }
  }
}`,
  q2: `query Q2($code: String!) {
  issue(code: $code) {
    id code kind title description status statusReason channel place voices collectedOn visibility version createdAt updatedAt
    topic { code name } area { code name } owner { code name } sharedWith { code name }
    links(first: 10) { nodes { kind issue { code title owner { code name } } } }
    matter { code title status participants { role organization { code name } } }
    timeline(first: 20) { nodes { type occurredAt organization { code name } } }
  }
}`,
  m1: `mutation M1($input: IssueCollectInput!) {
  issueCollect(input: $input) {
    issue {
      id code title status visibility collectedOn
      owner { code name } topic { code name } area { code name } sharedWith { code name }
    }
  }
}`,
} as const;

export const operationNames = Object.keys(documents) as readonly OperationName[];
export type OperationName = keyof typeof documents;

export const titles: Record<OperationName, string> = {
  q1: 'Q1 page of 20 issues',
  q2: 'Q2 one issue in full',
  m1: 'M1 collect an issue',
};

/** One request for a body; `variables` are those of the product's document. */
export interface Sample {
  token: string;
  variables: Record<string, unknown>;
}

/** The same for whoever answered: new ids and codes are each server's own. */
export function comparable(operation: OperationName, data: unknown): unknown {
  if (operation !== 'm1') return data;
  const { issueCollect } = data as { issueCollect: { issue: Record<string, unknown> } };
  return { ...issueCollect.issue, id: null, code: null };
}
