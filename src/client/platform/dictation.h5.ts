import type { Dictation } from './dictation';

/** As much of the Web Speech API as is used; not in every browser, and in some under an older name. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<Heard> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

interface Heard {
  readonly isFinal: boolean;
  readonly [index: number]: { readonly transcript: string } | undefined;
}

type MakeRecognition = new () => Recognition;

const browser = globalThis as {
  SpeechRecognition?: MakeRecognition;
  webkitSpeechRecognition?: MakeRecognition;
};
const recogniser = () => browser.SpeechRecognition ?? browser.webkitSpeechRecognition;

export const dictation: Dictation = {
  get isAvailable() {
    return recogniser() !== undefined;
  },
  start({ onWords, onEnd }) {
    const Made = recogniser();
    if (!Made) {
      onEnd('unheard');
      return () => undefined;
    }
    const recognition = new Made();
    let how: Parameters<typeof onEnd>[0] = 'done';
    recognition.lang = 'zh-CN';
    recognition.continuous = true;
    recognition.interimResults = false;
    recognition.onresult = ({ resultIndex, results }) => {
      for (const heard of Array.from(results).slice(resultIndex))
        if (heard.isFinal && heard[0]) onWords(heard[0].transcript.trim());
    };
    recognition.onerror = ({ error }) => {
      if (error === 'not-allowed' || error === 'service-not-allowed' || error === 'audio-capture')
        how = 'refused';
      else if (error !== 'aborted') how = 'unheard';
    };
    recognition.onend = () => onEnd(how);
    recognition.start();
    return () => recognition.stop();
  },
};
