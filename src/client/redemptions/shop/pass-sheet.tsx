import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { valueText } from '../../coupons/value-text';
import { isRefusedWith } from '../../failure';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { failureWords } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import type { CounterStore, Scanned } from './counter-store';
import './pass-sheet.scss';
import { passSheetTexts as texts } from './texts';

const Choices = observer(({ store, scanned }: { store: CounterStore; scanned: Scanned }) => (
  <View className="pass-sheet__choices" {...semantics({ role: 'radiogroup', 'aria-label': texts.choose })}>
    {scanned.coupons.map((coupon) => {
      const isOn = scanned.chosen === coupon;
      return (
        <Pressable
          key={`${coupon.id} ${coupon.grantId ?? ''}`}
          role="radio"
          isChecked={isOn}
          className={`pass-sheet__choice ${isOn ? 'pass-sheet__choice--on' : ''}`}
          onPress={() => store.choose(coupon)}
        >
          <View className="pass-sheet__words">
            <View className="pass-sheet__value">{valueText(coupon.value)}</View>
            <View className="hint">
              {coupon.title} · {coupon.grantId ? texts.claimed : texts.atOnce}
            </View>
          </View>
          <View className="pass-sheet__tick">{isOn ? <Icon name="check" /> : null}</View>
        </Pressable>
      );
    })}
  </View>
));

/** What the rider whose pass was scanned can use here. */
export const PassSheet = observer(({ store, onScan }: { store: CounterStore; onScan: () => void }) => {
  const { scanned, failure, workingOn } = store;
  const hasChoice = scanned !== null && scanned.coupons.length > 0;
  const isStale = isRefusedWith(failure, 'pass_stale') || isRefusedWith(failure, 'pass_unknown');
  return (
    <BottomSheet
      isOpen={scanned !== null}
      title={texts.title(scanned?.rider ?? '')}
      onClose={store.closePass}
      actions={
        <>
          {hasChoice && !isStale ? (
            <ActionButton
              kind="primary"
              text={texts.redeem}
              isDisabled={scanned.chosen === null}
              isWorking={workingOn !== null}
              onPress={() => void store.redeem()}
            />
          ) : (
            <ActionButton kind="primary" icon="scan" text={texts.again} onPress={onScan} />
          )}
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={store.closePass} />
        </>
      }
    >
      {scanned && hasChoice ? <Choices store={store} scanned={scanned} /> : <View>{texts.none}</View>}
      {failure ? (
        <View className="pass-sheet__failure">
          <Notice icon="warning" tone="danger" hint={failureWords(failure).hint}>
            {failureWords(failure).title}
          </Notice>
        </View>
      ) : null}
    </BottomSheet>
  );
});
