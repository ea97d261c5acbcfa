/** No answer came: there was no way there (`offline`), or it took too long (`timeout`). */
export class NetworkError extends Error {
  constructor(readonly reason: 'offline' | 'timeout') {
    super(reason);
    this.name = 'NetworkError';
  }
}
