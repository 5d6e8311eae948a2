import { expect, test } from 'vitest';
import { renderScreen } from '@/lib/testing/render';
import { TalentScores } from './talent-scores';

const dimension = (id: string, zh: string, scores: number[]) => ({
  id,
  name: { zh, en: zh },
  n: scores.length,
  mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  by: scores.map((score, at) => ({ name: { zh: `面试官${at}`, en: '' }, score, round: 1 })),
});

test('scores withheld until one’s own feedback is in are said beside those shown', () => {
  const { getByText, getByRole } = renderScreen(
    <TalentScores scores={{ dimensions: [dimension('1', '沟通协作', [4])], of: 5, hidden: 2 }} />,
  );
  getByRole('figure', { name: '面试评分' });
  getByText(/另有 2 份面评未计入：提交你自己的面评后才能看到/);
});

test('where all is withheld nothing is drawn and nothing claimed to be missing', () => {
  const { getByText, queryByRole, queryByText } = renderScreen(
    <TalentScores scores={{ dimensions: [], of: 5, hidden: 1 }} />,
  );
  getByText(/另有 1 份面评未计入/);
  expect(queryByRole('figure')).toBeNull();
  expect(queryByText('还没有已提交的面试评分。')).toBeNull();
});

test('nobody has scored yet is said, without a word of withholding', () => {
  const { getByText, queryByText } = renderScreen(
    <TalentScores scores={{ dimensions: [], of: 5, hidden: 0 }} />,
  );
  getByText('还没有已提交的面试评分。');
  expect(queryByText(/未计入/)).toBeNull();
});

test('each dimension tells how many scored it, and the rows behind the chart who', async () => {
  const { user, getByRole, getByText } = renderScreen(
    <TalentScores
      scores={{ dimensions: [dimension('1', '沟通协作', [4, 3])], of: 5, hidden: 0 }}
    />,
  );
  getByText('n = 2');
  await user.click(getByRole('button', { name: '表格' }));
  const row = getByRole('table').querySelector('tbody tr');
  expect(row?.textContent).toBe('沟通协作3.52面试官0 4、面试官1 3');
});
