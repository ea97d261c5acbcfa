import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import type { AvatarButtonProps } from './avatar-button';

export const AvatarButton = observer(({ text, onChosen }: AvatarButtonProps) => {
  const { device } = useRootStore();
  const choose = async () => {
    const file = await device.picture.choose();
    if (file) onChosen(file);
  };
  return <ActionButton text={text} onPress={() => void choose()} />;
});
