import Taro from '@tarojs/taro';
import { permissionAnswers, type PermissionAnswer } from '../../contract/notices';
import type { PushPermission } from './push-permission';

const mostTemplates = 5;
const switchedOffCode = 20004;

const isAnswer = (value: unknown): value is PermissionAnswer =>
  permissionAnswers.some((answer) => answer === value);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : null;

export const pushPermission: PushPermission = {
  isAvailable: true,
  async ask(templates) {
    const tmplIds = templates.slice(0, mostTemplates);
    try {
      // Taro's type wants Alipay's list too.
      const said: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] });
      return Object.entries(said).flatMap(([template, answer]) =>
        tmplIds.includes(template) && isAnswer(answer) ? [{ template, answer }] : [],
      );
    } catch (error) {
      return codeOf(error) === switchedOffCode ? 'switched_off' : null;
    }
  },
};
