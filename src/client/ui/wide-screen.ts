/** Whether there is room for a list beside a map. */
export declare function useIsWide(): boolean;
