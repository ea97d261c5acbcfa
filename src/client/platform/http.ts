export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query, `/api/…`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON when there is one. */
  readonly body?: unknown;
  /** Sent as they are, in place of a body. */
  readonly bytes?: Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the text where it is none, undefined where it is empty. */
  readonly body: unknown;
}

export interface Http {
  /** Any answer counts, whatever its status; none throws NetworkError. */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export declare const http: Http;
