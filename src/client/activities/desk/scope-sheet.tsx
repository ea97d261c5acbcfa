import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { seriesScopes, type SeriesScope } from '../../../contract/activity-desk';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { uiTexts } from '../../ui/texts';
import './scope-sheet.scss';
import { scopeTexts } from './edit-texts';

interface ScopeSheetProps {
  isOpen: boolean;
  title: string;
  hint: string;
  label: string;
  confirm: string;
  onConfirm: (scope: SeriesScope) => void;
  onClose: () => void;
}

const scopes = seriesScopes.map((value) => ({ value, text: scopeTexts[value] }));

/** Which ones of a series are meant. */
export function ScopeSheet({ isOpen, title, hint, label, confirm, onConfirm, onClose }: ScopeSheetProps) {
  const [scope, setScope] = useState<SeriesScope>('this');
  useEffect(() => setScope('this'), [isOpen]);
  return (
    <BottomSheet
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={confirm} onPress={() => onConfirm(scope)} />
          <ActionButton kind="quiet" text={uiTexts.dismiss(confirm)} onPress={onClose} />
        </>
      }
    >
      <View className="scope-sheet">
        <View>{hint}</View>
        <Chips label={label} value={scope} options={scopes} onChange={setScope} />
      </View>
    </BottomSheet>
  );
}
