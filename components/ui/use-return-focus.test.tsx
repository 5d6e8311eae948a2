import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { ConfirmDialog } from './confirm-dialog';
import { SidePanel } from './side-panel';

function Opener({ layer }: { layer: 'panel' | 'dialog' }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button">before</button>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {open && layer === 'panel' && (
        <SidePanel open onClose={close} title="panel" closeLabel="close">
          content
        </SidePanel>
      )}
      {open && layer === 'dialog' && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title="dialog"
          description="content"
          actionLabel="do"
          cancelLabel="cancel"
          onConfirm={close}
        />
      )}
    </>
  );
}

test.each(['panel', 'dialog'] as const)(
  'a %s that others open gives the focus back when Escape closes it',
  async (layer) => {
    const user = userEvent.setup();
    renderScreen(<Opener layer={layer} />);
    const opener = screen.getByRole('button', { name: 'open' });
    await user.click(opener);
    await waitFor(() => expect(document.activeElement).not.toBe(opener));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(opener));
  },
);
