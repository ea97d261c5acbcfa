import { useEffect } from 'react';
import { uiTexts } from './texts';
import './web-frame.scss';

/** Taro's tabs are links to `javascript:;`, which the content security policy refuses with an error; their click is enough. */
function stayHere(event: Event): void {
  const { target } = event;
  if (target instanceof Element && target.closest('a[href^="javascript:"]')) event.preventDefault();
}

export function useWebFrame(): void {
  useEffect(() => {
    document.addEventListener('click', stayHere);
    const tabs = document.querySelector('taro-tabbar');
    tabs?.setAttribute('role', 'navigation');
    tabs?.setAttribute('aria-label', uiTexts.tabs);
    return () => document.removeEventListener('click', stayHere);
  }, []);
}
