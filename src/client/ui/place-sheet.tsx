import { View } from '@tarojs/components';
import { useDialogFocus } from './dialog-focus';
import { Heading } from './heading';
import { Icon } from './icon';
import { Overlay } from './overlay';
import { PlacePicker, type PlacePickerProps } from './place-picker';
import './place-sheet.scss';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import { uiTexts } from './texts';

interface PlaceSheetProps extends Pick<PlacePickerProps, 'picked' | 'landmarks' | 'wordsLength' | 'onPick'> {
  isOpen: boolean;
  title: string;
  onClose: () => void;
}

function Panel({ title, onClose, ...picker }: Omit<PlaceSheetProps, 'isOpen'>) {
  const panel = useDialogFocus(onClose);
  return (
    <View
      ref={panel}
      className="place-sheet__panel"
      {...semantics({ role: 'dialog', 'aria-modal': true, 'aria-label': title, tabIndex: -1 })}
    >
      <View className="place-sheet__bar">
        <Heading level={2}>{title}</Heading>
        <Pressable className="place-sheet__close" label={uiTexts.close} onPress={onClose}>
          <Icon name="close" />
        </Pressable>
      </View>
      <PlacePicker {...picker} />
    </View>
  );
}

/** Chooses a place on a map that takes the whole screen; on a wide one it lies over the page. */
export function PlaceSheet({ isOpen, ...panel }: PlaceSheetProps) {
  return (
    <Overlay>
      {isOpen ? (
        <View className="place-sheet">
          <View className="place-sheet__mask" catchMove onClick={panel.onClose} />
          <Panel {...panel} />
        </View>
      ) : null}
    </Overlay>
  );
}
