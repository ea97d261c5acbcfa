export class CameraError extends Error {
  constructor(readonly reason: 'refused' | 'unavailable') {
    super(reason);
    this.name = 'CameraError';
  }
}
