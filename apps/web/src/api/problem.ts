/** RFC 9457 answer of the API; `code` is catalogued, `detail` is already in the reader's language. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  correlationId?: string;
  errors?: FieldProblem[];
}

export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly correlationId: string | null;
  readonly errors: FieldProblem[];

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title ?? '');
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.correlationId = body.correlationId ?? null;
    this.errors = body.errors ?? [];
  }

  /** A repetition with the same key may succeed: the answer was lost or the server is restarting. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}

export function parseProblem(status: number, text: string, correlationId: string | null): ApiProblem {
  try {
    const body: unknown = JSON.parse(text);
    if (isProblemBody(body))
      return new ApiProblem({ ...body, correlationId: body.correlationId ?? correlationId ?? undefined });
  } catch {
    // Not JSON: a proxy answered in place of the API.
  }
  return new ApiProblem({
    status,
    code: `http.${String(status)}`,
    correlationId: correlationId ?? undefined,
  });
}

export function unreachable(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'network.unreachable' });
}
