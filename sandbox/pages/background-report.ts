import { dateOf } from '@/sandbox/world/calendar';
import {
  type BackgroundCheck,
  CHECK_SUPPLIERS,
  type CheckReport,
} from '@/sandbox/world/records/background-checks';
import type { Talent } from '@/sandbox/world/types';
import { writePdf } from './pdf/document';
import { DIM, INK, Layout, LEFT } from './pdf/layout';

/** What a supplier hands in, from the order's own records. */
export function backgroundReportPdf(
  check: BackgroundCheck,
  report: CheckReport,
  talent: Talent,
): Uint8Array<ArrayBuffer> {
  const layout = new Layout();
  const supplier = CHECK_SUPPLIERS.find(({ id }) => id === check.supplierId)?.name.zh ?? '';
  layout.canvas.text(LEFT, layout.y - 6, report.name, { size: 20, ink: INK, bold: true });
  layout.y -= 34;
  const facts = [supplier, check.packageName, dateOf(report.createdAt)].join('  |  ');
  layout.canvas.text(LEFT, layout.y, facts, { size: 10, ink: DIM });
  layout.y -= 20;
  layout.section(report.type === 2 ? '终版结论' : '阶段性结论');
  layout.paragraph(`候选人：${talent.name}    结论：${report.result}`);
  layout.section('核实内容');
  for (const career of talent.careers) {
    layout.entry(career.company, `${career.start} - ${career.end}`, `${career.title}  ·  已核实`);
  }
  for (const item of check.extraItems) layout.paragraph(`附加项：${item.name}`);
  layout.foot('沙箱生成的虚构背调报告，不对应任何真实个人');
  return writePdf(layout.pages, layout.used, report.name);
}
