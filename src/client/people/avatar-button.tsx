import type { ReactElement } from 'react';

export interface AvatarButtonProps {
  text: string;
  /** A file of the device. */
  onChosen: (file: string) => void;
}

/** Lets the person choose their picture. */
export declare function AvatarButton(props: AvatarButtonProps): ReactElement;
