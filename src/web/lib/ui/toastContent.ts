export type ToastKind = 'news' | 'done' | 'refused' | 'alarm';

export interface ToastAct {
  label: () => string;
  run: () => void;
}

/** What stands in a toast. */
export interface ToastContent {
  kind: ToastKind;
  text: (count: number) => string;
  /** How many are gathered in it. */
  count: number;
  /** A second line: what to do, or where and since when. */
  more?: () => string;
  acts?: readonly ToastAct[];
}
