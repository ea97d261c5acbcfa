import { Input } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { sessionProblems } from '../../contract/sessions';
import { isRefusedWith, type Failure } from '../failure';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { Field } from '../ui/field';
import { semantics } from '../ui/semantics';
import { phoneIn, phoneText } from './phone-number';
import { phoneFormTexts as texts } from './texts';
import './phone-form.scss';

interface PhoneFormProps {
  submitText: string;
  isWorking: boolean;
  /** Why the last submit was refused. */
  failure: Failure | null;
  onSubmit: (phone: string, code: string) => void;
  /** False keeps the code from being sent, and says why itself. */
  mayBegin?: () => boolean;
}

/** Seconds until another code can be asked for, counted down. */
function useSecondsLeft(until: number | null, now: () => number): number {
  const left = () => (until === null ? 0 : Math.max(0, Math.ceil((until - now()) / 1_000)));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1_000);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [until]);
  return seconds;
}

/** A number, a code sent to it, and what is wrong with either beside it. */
export const PhoneForm = observer((props: PhoneFormProps) => {
  const { submitText, isWorking, failure, onSubmit, mayBegin = () => true } = props;
  const { sessions, parts } = useRootStore();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [wrong, setWrong] = useState<{ phone?: string; code?: string }>({});
  const seconds = useSecondsLeft(sessions.resendAt, parts.clock.now);
  const send = async () => {
    const number = phoneIn(phone);
    setWrong(number ? {} : { phone: texts.phoneWrong });
    if (!number || !mayBegin()) return;
    if (await sessions.sendPhoneCode(number)) setSentTo(number);
  };
  const submit = () => {
    const number = phoneIn(phone);
    const isCode = /^\d{6}$/.test(code);
    setWrong({ ...(!number && { phone: texts.phoneWrong }), ...(!isCode && { code: texts.codeWrong }) });
    if (number && isCode && mayBegin()) onSubmit(number, code);
  };
  const isCodeRefused = isRefusedWith(failure, sessionProblems.phone_code_refused.code);
  const codeError = wrong.code ?? (isCodeRefused ? sessionProblems.phone_code_refused.title : null);
  const resend = sentTo ? texts.resend : texts.send;
  return (
    <View className="phone-form">
      <Field label={texts.phone} error={wrong.phone}>
        <Input
          className="field__box"
          type="tel"
          value={phone}
          placeholder={texts.phonePlaceholder}
          maxLength={20}
          onChange={(value) => {
            setPhone(value);
            setWrong({});
          }}
          {...semantics({ 'aria-label': texts.phone, autoComplete: 'tel' })}
        />
      </Field>
      <ActionButton
        text={seconds > 0 ? texts.resendIn(seconds) : resend}
        isDisabled={seconds > 0}
        isWorking={sessions.isWorking && !isWorking}
        onPress={() => void send()}
      />
      <Field label={texts.code} error={codeError} hint={sentTo ? texts.sent(phoneText(sentTo)) : undefined}>
        <Input
          className="field__box"
          type="number"
          value={code}
          placeholder={texts.codePlaceholder}
          maxLength={6}
          confirmType="done"
          onChange={(value) => {
            setCode(value);
            setWrong({});
          }}
          onConfirm={submit}
          {...semantics({ 'aria-label': texts.code, autoComplete: 'one-time-code' })}
        />
      </Field>
      <ActionButton kind="primary" text={submitText} isWorking={isWorking} onPress={submit} />
    </View>
  );
});
