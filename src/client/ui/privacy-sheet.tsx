import type { ReactElement } from 'react';

/** Our own sheet for WeChat's question before it hands out anything personal; nothing on the web. */
export declare function PrivacySheet(): ReactElement | null;
