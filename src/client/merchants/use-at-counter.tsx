import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { Merchant } from '../../contract/merchants';
import { couponRoutes } from '../coupons/routes';
import { useRootStore } from '../root-store';
import { sessionRoutes } from '../sessions/routes';
import { ActionButton } from '../ui/action-button';
import { BottomSheet } from '../ui/bottom-sheet';
import { shopTexts as texts } from './rider/texts';

/** One that is held, or one taken at once, by a code of the shop's. */
interface CounterUse {
  readonly couponId: string;
  readonly grantId: string | null;
  readonly code: string;
}

type Asking = { readonly what: 'counter' | 'share'; readonly use: CounterUse };

/** A rotating code is on the shop's own screen: whoever scans it stands there. */
const isOfScreen = (code: string) => code.includes('.');

interface SheetProps {
  asking: Asking | null;
  shop: string;
  onClose: () => void;
  onCounter: (use: CounterUse) => void;
  onShare: (use: CounterUse, isGiven: boolean) => void;
}

function CounterSheet({ asking, shop, onClose, onCounter }: SheetProps) {
  const use = asking?.what === 'counter' ? asking.use : null;
  return (
    <BottomSheet
      isOpen={use !== null}
      title={texts.counter}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={texts.confirm} onPress={() => use && onCounter(use)} />
          <ActionButton kind="quiet" text={texts.later} onPress={onClose} />
        </>
      }
    >
      {texts.counterWords(shop)}
    </BottomSheet>
  );
}

function ShareSheet({ asking, onClose, onShare }: SheetProps) {
  const use = asking?.what === 'share' ? asking.use : null;
  return (
    <BottomSheet
      isOpen={use !== null}
      title={texts.share}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={texts.shareYes} onPress={() => use && onShare(use, true)} />
          <ActionButton kind="quiet" text={texts.shareNo} onPress={() => use && onShare(use, false)} />
        </>
      }
    >
      {texts.shareLines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </BottomSheet>
  );
}

/**
 * Using a coupon by a code of the shop's: a screen's code redeems, a printed one too where the shop trusts it, once
 * the person says so at the counter; elsewhere the shop is asked. Put `sheets` on the page.
 */
export function useAtCounter(merchant: Merchant | null): {
  use: (use: CounterUse) => Promise<void>;
  sheets: ReactNode;
} {
  const { grants, consents, sessions, device } = useRootStore();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const finish = async (ask: Promise<{ id: string } | null>) => {
    const grant = await ask;
    if (grant) device.navigation.to(couponRoutes.grant.to({ id: grant.id }));
  };
  const start = async (use: CounterUse) => {
    if (!merchant) return;
    if (!sessions.isSignedIn) return device.navigation.to(sessionRoutes.signIn.to());
    if (isOfScreen(use.code)) return finish(grants.redeem(use));
    if (merchant.trustsPrintedCode) return setAsking({ what: 'counter', use });
    if (!consents.mine.data) await consents.load();
    const isAnswered = !consents.mine.data || consents.stateOf('share_with_merchants') !== 'unasked';
    if (!isAnswered) return setAsking({ what: 'share', use });
    return finish(grants.hold(use));
  };
  const confirm = (use: CounterUse) => {
    close();
    void finish(grants.redeem(use));
  };
  const share = async (use: CounterUse, isGiven: boolean) => {
    close();
    // Whatever comes of the answer, the coupon is used; where it did not arrive it is asked for again.
    await consents.answer('share_with_merchants', isGiven);
    await finish(grants.hold(use));
  };
  const props: SheetProps = {
    asking,
    shop: merchant?.name ?? '',
    onClose: close,
    onCounter: confirm,
    onShare: (use, isGiven) => void share(use, isGiven),
  };
  return {
    use: start,
    sheets: (
      <>
        <CounterSheet {...props} />
        <ShareSheet {...props} />
      </>
    ),
  };
}
