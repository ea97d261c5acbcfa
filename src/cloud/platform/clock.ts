/** The cloud's only source of the present, so that tests can give it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
