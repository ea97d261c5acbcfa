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
    // One for all pages, added once however often: one that goes must not take it from those that stay.
    document.addEventListener('click', stayHere);
    const tabs = document.querySelector('taro-tabbar');
    tabs?.setAttribute('role', 'navigation');
    tabs?.setAttribute('aria-label', uiTexts.tabs);
  }, []);
}
