import type { DemoAccount } from '../contract/sessions';
import type { Cloud } from './start';

const linesOf = (accounts: readonly DemoAccount[]) =>
  accounts.map(({ account, nickname, about }) => `  ${account.padEnd(20)}${nickname}  ${about}`);

/** What somebody who started a demonstration wants to know next. */
export async function greetingOf({ app, settings }: Cloud): Promise<string> {
  const lines = [
    '',
    `Nuanxin 暖新 is ready: ${settings.publicUrl}`,
    `API reference: ${settings.publicUrl}/api/docs`,
  ];
  if (settings.isDemo) {
    const answer = await app.inject({ url: '/api/sessions/demo-accounts' });
    const { items } = answer.json<{ items: DemoAccount[] }>();
    lines.push('', 'Demo accounts, under 我的 → 登录:', ...linesOf(items));
  }
  lines.push(
    '',
    'Mini-program: `npm run build` puts it into dist/weapp; import this folder in WeChat DevTools.',
    'Ctrl-C stops the server; data stay in its data folder.',
    '',
  );
  return lines.join('\n');
}
