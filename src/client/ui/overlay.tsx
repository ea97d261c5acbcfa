import type { ReactElement, ReactNode } from 'react';

/** Lays something over everything, the web's bar of tabs included. */
export declare function Overlay(props: { children: ReactNode }): ReactElement | null;
