import type { Problem } from '../../contract/http';

interface RefusalDetails {
  /** zh-CN, for people; the problem's title when missing. */
  detail?: string;
  /** Field path → what is right. */
  fields?: Record<string, string>;
  /** Seconds. */
  retryAfter?: number;
  /** How the thing stands by now, where a change of it came too late. */
  current?: { state: string; version: number };
}

/** A request answered with a problem. Thrown by services, turned into problem+json by the server. */
export class Refusal<Code extends string = string> extends Error {
  constructor(
    readonly problem: Problem<Code>,
    readonly details: RefusalDetails = {},
  ) {
    super(problem.code);
  }
}

/** `throw refuse(checkInProblems.too_far, { detail })` */
export function refuse<Code extends string>(problem: Problem<Code>, details?: RefusalDetails): Refusal<Code> {
  return new Refusal(problem, details);
}
