import type { ReactElement } from 'react';

/** What a page is passed on as. */
export interface ShareCard {
  title: string;
  /** Of the app, with its query: what a route's `to` says. It has to open for who is signed out. */
  path: string;
  /** Path below the host of the picture beside the title, 5:4 where it is cut; null: of the page itself. */
  picture: string | null;
}

export interface ShareButtonProps {
  text: string;
  card: ShareCard;
}

/**
 * A page that can be passed on; null while it is not known yet as what. On WeChat its card, for people and for Moments:
 * the page's config needs `enableShareAppMessage: true` and `enableShareTimeline: true`. On the web it names the tab.
 */
export declare function useShareCard(card: ShareCard | null): void;

/** Passes the page on: by WeChat's own button, by what the browser offers, or by copying the address. */
export declare function ShareButton(props: ShareButtonProps): ReactElement;
