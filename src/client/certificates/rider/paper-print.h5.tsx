import './paper-print.scss';

export const PaperPrint = (): null => null;
