import { expect, test } from 'vitest';
import { wrapLabel } from './wrap';

test.each([
  ['沟通表达', 12, ['沟通表达']],
  ['抗压能力与稳定性', 12, ['抗压能力与稳', '定性']],
  ['Professional skills', 12, ['Professional', 'skills']],
  ['Resilience and stability', 12, ['Resilience', 'and…']],
  ['跨部门协作与项目推进能力评价', 12, ['跨部门协作与', '项目推进能…']],
  ['Internationalisation', 12, ['Internation…']],
  ['AI 工程能力', 12, ['AI 工程能力']],
  ['', 12, []],
])('%s', (text, width, lines) => {
  expect(wrapLabel(text, width)).toEqual(lines);
});
