import { peopleLimits } from '../../contract/people';
import { TextField } from '../ui/text-field';
import type { NicknameFieldProps } from './nickname-field';

export function NicknameField(props: NicknameFieldProps) {
  return <TextField {...props} maxLength={peopleLimits.nicknameLength} />;
}
