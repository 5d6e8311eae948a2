import type { Locale } from './locale';
import type { Messages } from './messages/en-US';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
