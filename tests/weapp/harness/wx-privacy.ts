import { ApiFailure, type Apis } from './api-failure';
import type { Phone } from './phone';

/** 小程序用户隐私保护指引内容介绍: what hands out something personal. scanCode is not among them. */
const guarded = new Set([
  ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground'],
  ...['chooseLocation', 'choosePoi', 'chooseAddress', 'chooseImage', 'chooseMedia', 'chooseVideo'],
  ...['chooseMessageFile', 'setClipboardData', 'getClipboardData', 'saveImageToPhotosAlbum'],
  ...['saveVideoToPhotosAlbum', 'startRecord', 'chooseContact', 'addPhoneContact', 'getWeRunData'],
  ...['addPhoneCalendar', 'addPhoneRepeatCalendar'],
  ...['requirePrivacyAuthorize'],
]);

/** After a refusal the question is not asked again for so long. */
const quietMs = 10_000;

interface Answer {
  event: 'agree' | 'disagree' | 'exposureAuthorization';
  buttonId?: string;
}

type Listener = (resolve: (answer: Answer) => void, eventInfo: { referrer: string }) => void;

export interface Privacy {
  apis: Apis;
  /** Lets an API through, asks the person before, or throws as WeChat fails. */
  pass(api: string): Promise<void>;
  /** An agreeing button was tapped. */
  tapped(buttonId: string): void;
}

interface Parts {
  phone: Phone;
  now: () => number;
  /** What WeChat would leave unanswered without a word. */
  warn: (text: string) => void;
}

const refusal = (errno: number) => new ApiFailure('privacy permission is not authorized', { errno });

/** 小程序隐私协议开发指南: an API waits while the person is asked, by the mini-program's popup or else by WeChat's. */
export function createPrivacy({ phone, now, warn }: Parts): Privacy {
  let listener: Listener | null = null;
  let refusedAt = -Infinity;
  let asking: Promise<boolean> | null = null;
  const tappedButtons = new Set<string>();

  function ask(listen: Listener, referrer: string): Promise<boolean> {
    return new Promise((decided) => {
      const resolve = ({ event, buttonId = '' }: Answer) => {
        if (event === 'exposureAuthorization') return;
        const isProven = tappedButtons.has(buttonId);
        if (event === 'agree' && !isProven)
          warn(`Privacy: no button "${buttonId}" with open-type agreePrivacyAuthorization was tapped`);
        decided(event === 'agree' && isProven);
      };
      listen(resolve, { referrer });
    });
  }

  async function pass(api: string): Promise<void> {
    if (!phone.isPrivacyPending || !guarded.has(api)) return;
    if (now() - refusedAt < quietMs) throw refusal(104);
    const own = listener;
    asking ??= own ? ask(own, api) : Promise.resolve(phone.willAgreeToPrivacy);
    const hasAgreed = await asking;
    asking = null;
    if (hasAgreed) phone.isPrivacyPending = false;
    else refusedAt = now();
    if (!hasAgreed) throw refusal(own ? 104 : 103);
  }

  return {
    pass,
    tapped: (buttonId) => void tappedButtons.add(buttonId),
    apis: {
      immediate: {
        onNeedPrivacyAuthorization: (listen) => void (listener = listen as Listener),
      },
      answering: {
        getPrivacySetting: () => ({
          needAuthorization: phone.isPrivacyPending,
          privacyContractName: '《小程序隐私保护指引》',
        }),
        requirePrivacyAuthorize: () => ({}),
      },
    },
  };
}
