import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import {
  PathnameContext,
  SearchParamsContext,
} from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import { NuqsTestingAdapter, type OnUrlUpdateFunction } from 'nuqs/adapters/testing';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { Locale } from '@/lib/i18n/locale';
import { messages as english } from '@/lib/i18n/messages/en-US';
import { messages as chinese } from '@/lib/i18n/messages/zh-CN';

type Options = {
  /** The language tests read unless they say otherwise is Chinese, as the users do. */
  locale?: Locale;
  /** Where the screen stands: `/jobs?status=open`. */
  url?: string;
  now?: Date;
  queryClient?: QueryClient;
};

/** Draws a part of the screen with everything a client component may count on (`Providers`). */
export function renderScreen(ui: ReactNode, options: Options = {}) {
  const { locale = 'zh-CN', url = '/', now = new Date('2026-06-30T02:00:00Z') } = options;
  const queryClient = options.queryClient ?? createTestQueryClient();
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const router = createRouter();
  /** Called with each change of the address's query that the screen asks for. */
  const onUrlUpdate = vi.fn<OnUrlUpdateFunction>();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AppRouterContext.Provider value={router}>
      <PathnameContext.Provider value={pathname}>
        <SearchParamsContext.Provider value={searchParams}>
          <NextIntlClientProvider
            locale={locale}
            messages={locale === 'zh-CN' ? chinese : english}
            timeZone="Asia/Shanghai"
            now={now}
          >
            <QueryClientProvider client={queryClient}>
              <NuqsTestingAdapter searchParams={searchParams} onUrlUpdate={onUrlUpdate} hasMemory>
                {children}
              </NuqsTestingAdapter>
            </QueryClientProvider>
          </NextIntlClientProvider>
        </SearchParamsContext.Provider>
      </PathnameContext.Provider>
    </AppRouterContext.Provider>
  );
  const user = userEvent.setup();
  return { ...render(ui, { wrapper }), user, queryClient, router, onUrlUpdate };
}

/** Asks once: a test waits for no retry. */
export function createTestQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
}

function createRouter(): AppRouterInstance {
  return {
    bfcacheId: '',
    back: vi.fn(),
    forward: vi.fn(),
    refresh: vi.fn(),
    push: vi.fn(),
    replace: vi.fn(),
    prefetch: vi.fn(),
  };
}
