/** `refused`: the person or the system does not allow it; `unavailable`: no fix to be had; `timeout`: not in time. */
export class LocationError extends Error {
  constructor(readonly reason: 'refused' | 'unavailable' | 'timeout') {
    super(reason);
    this.name = 'LocationError';
  }
}
