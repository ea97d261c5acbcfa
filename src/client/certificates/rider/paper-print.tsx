import type { ReactElement } from 'react';

/** Makes a paper on the page come out of a printer alone, where there is one. */
export declare function PaperPrint(): ReactElement | null;
