import { expect, type Locator, type Page } from '@playwright/test';
import type { Text } from './facts';

type Stage = { stageId: string; name: Text };

/** One job's board as a person has it before them. */
export class Board {
  constructor(
    readonly page: Page,
    readonly jobId: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`/jobs/${this.jobId}`);
    await expect(this.page.getByRole('region', { name: '招聘看板' })).toBeVisible();
  }

  column({ name }: Stage): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${name.zh}，\\d+ 人$`) });
  }

  /** The number in a column's header, a link to the list of exactly those. */
  total({ name }: Stage): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^查看「${name.zh}」的全部`) });
  }

  /** By id: people may share a name. */
  card(applicationId: string): Locator {
    return this.page.locator(`[data-card="${applicationId}"]`);
  }

  cardIn(stage: Stage, applicationId: string): Locator {
    return this.column(stage).locator(`[data-card="${applicationId}"]`);
  }

  /** The card's menu, opened by its own key. */
  async openMenu(applicationId: string): Promise<Locator> {
    await this.card(applicationId).getByRole('link').focus();
    await this.page.keyboard.press('m');
    const menu = this.page.getByRole('menu');
    await expect(menu).toBeVisible();
    return menu;
  }

  async moveByMenu(applicationId: string, to: Stage): Promise<void> {
    const menu = await this.openMenu(applicationId);
    await menu.getByRole('menuitem', { name: to.name.zh }).click();
  }

  /** Space picks up, arrows choose the stage, space drops. */
  async moveByKeyboard(applicationId: string, stages: number): Promise<void> {
    await this.card(applicationId).getByRole('link').focus();
    await this.page.keyboard.press('Space');
    const arrow = stages > 0 ? 'ArrowRight' : 'ArrowLeft';
    for (let at = 0; at < Math.abs(stages); at += 1) await this.page.keyboard.press(arrow);
    await this.page.keyboard.press('Space');
  }

  async drag(applicationId: string, to: Stage): Promise<void> {
    await this.card(applicationId).dragTo(this.column(to));
  }

  /** What is said in passing, bottom right. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: '通知' }).getByText(text);
  }

  async undo(): Promise<void> {
    await this.page
      .getByRole('region', { name: '通知' })
      .getByRole('button', { name: '撤销' })
      .click();
  }
}
