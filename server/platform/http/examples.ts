/** An account that a visitor may sign in with; only for demo data. */
export interface ExampleAccount {
  readonly email: string;
  readonly password: string;
}

const BOARD = `# 2. Nội dung mới nhất mà cơ quan bạn được xem
#    The newest issues that your body may see
query Board {
  issues(first: 10) {
    nodes {
      code
      title
      status
      voices
      owner { name }
      topic { name }
      area { name }
      matter { code title }
      viewerAccess { level allowedActions }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const LIVE = `# 3. Trực tiếp: nối lại với "after" thì không mất gì
#    Live: resume with "after" and nothing is lost
subscription Live($after: String) {
  events(after: $after) {
    cursor
    event {
      type
      occurredAt
      organization { name }
      issue { code title status }
      matter { code title }
    }
  }
}
`;

function signIn({ email, password }: ExampleAccount): string {
  return `# 1. Đăng nhập trước; trang này tự gửi token sau đó
#    Sign in first; this page then sends the token.
#    In your app: Authorization: Bearer <token>
mutation SignIn {
  sessionCreate(input: {
    email: ${JSON.stringify(email)}
    password: ${JSON.stringify(password)}
  }) {
    token
    expiresAt
    viewer {
      actor { name }
      organization { code name }
      roles
    }
  }
}
`;
}

/** What a first visitor needs, in the order in which it works. */
export function exampleDocuments(account: ExampleAccount | null): readonly string[] {
  return [signIn(account ?? { email: '', password: '' }), BOARD, LIVE];
}
