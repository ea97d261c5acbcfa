export interface ChosenFile {
  readonly name: string;
  /** Base64. */
  readonly file: string;
  readonly bytes: number;
}

/** Files of the person's own. */
export interface FilePicker {
  /** Lets the person choose one with one of these endings; null where they chose none. */
  choose(endings: readonly string[]): Promise<ChosenFile | null>;
}

export declare const filePicker: FilePicker;
