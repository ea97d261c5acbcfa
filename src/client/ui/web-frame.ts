/** Does for what surrounds the pages on the web, the bar of tabs above all, what the mini-program does by itself. */
export declare function useWebFrame(): void;
