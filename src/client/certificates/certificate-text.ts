import type { CertificateState } from '../../contract/certificates';
import type { IconName } from '../ui/icon';

export const stateNames: Record<CertificateState, string> = {
  platform: '平台记录',
  sealed: '已盖章',
  superseded: '已被更正取代',
  revoked: '已撤销',
};

export const stateTones = {
  platform: 'plain',
  sealed: 'good',
  superseded: 'warn',
  revoked: 'danger',
} as const satisfies Record<CertificateState, string>;

export const stateIcons: Record<CertificateState, IconName> = {
  platform: 'info',
  sealed: 'stamp',
  superseded: 'warning',
  revoked: 'warning',
};

/** `7h2k9m4p3wab` → in fours, as it is printed. */
export const spacedCode = (code: string): string => code.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
