import { problems } from '../../contract/http';
import { getWechatSignature, wechatProblems } from '../../contract/wechat';
import { getWechatSignatureSchemas } from '../../contract/wechat.schema';
import { refuse } from '../platform/refusal';
import type { Router } from '../platform/router';
import type { Settings } from '../platform/settings';
import { WechatError } from '../platform/wechat/call';
import type { OfficialAccount } from '../platform/wechat/official-account';
import { policy } from '../policy';

interface Parts {
  settings: Pick<Settings, 'publicUrl'>;
  officialAccount: OfficialAccount | null;
}

export function wechatRoutes({ on }: Router, { settings, officialAccount }: Parts): void {
  on(getWechatSignature, getWechatSignatureSchemas, policy.getWechatSignature, async ({ input: { url } }) => {
    if (!officialAccount) throw refuse(wechatProblems.wechat_web_off);
    // We vouch for our own pages only.
    if (new URL(url).origin !== new URL(settings.publicUrl).origin)
      throw refuse(problems.invalid_input, { fields: { url: '只能是本站的网页' } });
    try {
      return await officialAccount.signPage(url);
    } catch (error) {
      if (error instanceof WechatError) throw refuse(problems.unavailable, { retryAfter: 5 });
      throw error;
    }
  });
}
