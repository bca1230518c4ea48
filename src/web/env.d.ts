declare module 'virtual:messages/*' {
  const loaders: import('./lib/i18n/index.ts').Loaders;
  export default loaders;
}

declare module 'virtual:regions/*' {
  const set: import('./lib/map/index.ts').RegionSet;
  export default set;
}

// The package has the declarations, but not where its exports lead to.
declare module '@messageformat/core/compile-module' {
  import type MessageFormat from '@messageformat/core';
  export default function compileModule(messageformat: MessageFormat, messages: Record<string, string>): string;
}

/** Names this build: another one has another name. */
declare const __BUILD__: string;
