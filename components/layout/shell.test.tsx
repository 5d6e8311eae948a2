import { act } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { ApiError } from '@/lib/client/fetch';
import { notify } from '@/lib/client/notify';
import { permissionsOf } from '@/lib/domain/permissions';
import { renderScreen } from '@/lib/testing/render';
import { AppShell } from './app-shell';
import { ErrorState } from './error-state';
import { NotificationHost } from './notification-host';

const viewer = (role: 'admin' | 'interviewer') => ({
  name: { zh: '王敏', en: 'Min Wang' },
  roles: [role],
  permissions: [...permissionsOf([role])],
});

function draw(role: 'admin' | 'interviewer', url = '/') {
  const savePreference = vi.fn(async () => undefined);
  const screen = renderScreen(
    <AppShell
      viewer={viewer(role)}
      preferences={{ theme: 'system', navigation: 'wide' }}
      savePreference={savePreference}
    >
      <h1>正文</h1>
    </AppShell>,
    { url },
  );
  const links = () => [...document.querySelectorAll('#navigation a')];
  const current = () =>
    links()
      .filter((link) => link.getAttribute('aria-current') === 'page')
      .map((link) => link.textContent);
  return { ...screen, savePreference, links, current };
}

describe('the shell', () => {
  test('shows the places the person may go, and where they are', () => {
    const { links, current } = draw('admin', '/jobs/7');
    expect(links().map((link) => link.textContent)).toEqual([
      '今日',
      '职位',
      '流程',
      '人才',
      '报表',
      '设置',
    ]);
    expect(current()).toEqual(['职位']);
  });

  test('leaves out what the role does not reach', () => {
    expect(
      draw('interviewer')
        .links()
        .map((link) => link.textContent),
    ).toEqual(['今日', '人才']);
  });

  test('an application belongs to the pipeline', () => {
    const { current } = draw('admin', '/applications/9');
    expect(current()).toEqual(['流程']);
  });

  test('begins with a way past the navigation', async () => {
    const { user } = draw('admin');
    await user.tab();
    expect(document.activeElement?.textContent).toBe('跳到正文');
    expect(document.activeElement?.getAttribute('href')).toBe('#content');
    expect(document.querySelector('main')?.id).toBe('content');
  });

  test('folds to icons that keep their names, and remembers it', async () => {
    const { user, getByRole, links, savePreference } = draw('admin');
    await user.click(getByRole('button', { name: '收起导航' }));
    expect(links().every((link) => link.getAttribute('aria-label'))).toBe(true);
    expect(savePreference).toHaveBeenCalledWith('navigation', 'rail');
  });

  test('is icons that keep their names where there is no room for words', () => {
    vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
      Object.assign(new EventTarget(), {
        matches: query.includes('width < 64rem'),
        media: query,
        onchange: null,
        addListener: vi.fn(),
        removeListener: vi.fn(),
      }),
    );
    const { links } = draw('admin');
    expect(links().every((link) => link.getAttribute('aria-label'))).toBe(true);
    expect(document.querySelector('aside')?.className).toContain('w-rail lg:w-nav');
  });

  test('changes language and theme from the menu of the person', async () => {
    const { user, getByRole, findByRole, savePreference } = draw('admin');
    await user.click(getByRole('button', { name: /王敏/ }));
    await user.click(await findByRole('menuitemradio', { name: '深色' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(savePreference).toHaveBeenLastCalledWith('theme', 'dark');
    await user.click(getByRole('menuitemradio', { name: '跟随系统' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
    await user.click(getByRole('menuitemradio', { name: 'English' }));
    expect(savePreference).toHaveBeenLastCalledWith('locale', 'en-US');
  });
});

describe('an error', () => {
  test('from Feishu is said in words, with its code and the id to hand on', () => {
    const error = new ApiError('UPSTREAM_REJECTED', 422, {
      reason: 'transfer_stage.1002210',
      logId: 'log-7',
    });
    const { getByRole, getByText } = renderScreen(<ErrorState error={error} />);
    expect(getByRole('alert').textContent).toContain('人选被另一份投递锁定');
    getByText('UPSTREAM_REJECTED · 1002210');
    getByText('log-7');
    getByRole('button', { name: '复制日志 ID' });
  });

  test('of a code we have no words for still names it', () => {
    const error = new ApiError('UPSTREAM_REJECTED', 422, { reason: 'transfer_stage.1009999' });
    const { getByRole } = renderScreen(<ErrorState error={error} />, { locale: 'en-US' });
    expect(getByRole('alert').textContent).toContain('Feishu refused this (code 1009999)');
  });

  test('that is none of ours never speaks', () => {
    const { getByRole } = renderScreen(<ErrorState error={new Error('SELECT secret')} />);
    expect(getByRole('alert').textContent).not.toContain('SELECT');
    expect(getByRole('alert').textContent).toContain('UNKNOWN');
  });
});

describe('a notification', () => {
  test('offers to undo, once', async () => {
    const undo = vi.fn();
    const { user, findByRole, queryByText } = renderScreen(<NotificationHost />);
    act(() => notify({ title: '已转移到面试', action: { label: '撤销', run: undo } }));
    await user.click(await findByRole('button', { name: '撤销' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(queryByText('已转移到面试')).toBeNull();
  });

  test('replaces the one under the same id', () => {
    const { getAllByText, queryByText } = renderScreen(<NotificationHost />);
    act(() => {
      notify({ id: 'move', title: '转移中' });
      notify({ id: 'move', title: '已转移' });
    });
    expect(getAllByText('已转移')).toHaveLength(1);
    expect(queryByText('转移中')).toBeNull();
  });

  test('goes by itself, but not under the pointer', () => {
    vi.useFakeTimers();
    const { getByRole, queryByText, getByText } = renderScreen(<NotificationHost />);
    act(() => notify({ title: '已保存' }));
    act(() => vi.advanceTimersByTime(4_900));
    act(() =>
      getByRole('region').dispatchEvent(new PointerEvent('pointerover', { bubbles: true })),
    );
    act(() => vi.advanceTimersByTime(60_000));
    getByText('已保存');
    act(() => getByRole('region').dispatchEvent(new PointerEvent('pointerout', { bubbles: true })));
    act(() => vi.advanceTimersByTime(1_000));
    expect(queryByText('已保存')).toBeNull();
    vi.useRealTimers();
  });
});
