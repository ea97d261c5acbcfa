import type { PermissionAnswer } from '../../contract/notices';

export interface TemplateAnswer {
  readonly template: string;
  readonly answer: PermissionAnswer;
}

export interface PushPermission {
  /** Whether this device can be sent messages at all. */
  readonly isAvailable: boolean;
  /**
   * WeChat's own question, up to five templates in one. Only from within a tap, before anything is waited for.
   * `switched_off`: the person has turned messages off for all of the mini-program; null when there was no answer.
   */
  ask(templates: readonly string[]): Promise<readonly TemplateAnswer[] | 'switched_off' | null>;
}

export declare const pushPermission: PushPermission;
