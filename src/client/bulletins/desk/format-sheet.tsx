import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { bulletinLimits, linkPattern } from '../../../contract/bulletins';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { formatted } from './inline';
import { formatTexts as texts } from './texts';

interface FormatSheetProps {
  /** The field whose words are to look different; null: nothing is asked. */
  field: string | null;
  onApply: (field: string) => void;
  onClose: () => void;
}

/** 12333 → tel:12333, www.a.cn → https://www.a.cn: what people write as a link. */
function hrefOf(written: string): string {
  const text = written.trim();
  if (/^\+?[0-9-]{3,20}$/.test(text)) return `tel:${text}`;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(text) ? `https://${text}` : text;
}

/** Makes some words of a block bold, or a link: without a selection, which a thumb hardly makes. */
export function FormatSheet({ field, onApply, onClose }: FormatSheetProps) {
  const [words, setWords] = useState('');
  const [isBold, setIsBold] = useState(false);
  const [href, setHref] = useState('');
  const isOpen = field !== null;
  useEffect(() => {
    setWords('');
    setIsBold(false);
    setHref('');
  }, [isOpen]);
  const target = hrefOf(href);
  const isLinkWrong = target !== '' && !new RegExp(linkPattern, 'i').test(target);
  const changed = field === null ? null : formatted(field, words, { isBold, href: target });
  const isMissing = words !== '' && changed === null;
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.title}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.apply}
            isDisabled={changed === null || isLinkWrong || (!isBold && target === '')}
            onPress={() => changed !== null && onApply(changed)}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="bulletin-edit__fields">
        <TextField
          label={texts.words}
          hint={texts.wordsHint}
          value={words}
          maxLength={bulletinLimits.titleLength}
          error={isMissing ? texts.missing : null}
          onChange={setWords}
        />
        <SwitchRow text={texts.bold} isOn={isBold} onToggle={() => setIsBold(!isBold)} />
        <TextField
          label={texts.href}
          hint={texts.hrefHint}
          value={href}
          maxLength={bulletinLimits.hrefLength}
          error={isLinkWrong ? texts.hrefHint : null}
          onChange={setHref}
        />
      </View>
    </BottomSheet>
  );
}
