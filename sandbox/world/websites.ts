import type { Ids } from './ids';
import type { Random } from './random';
import type { Website } from './records/websites';
import type { ProcessType, Text } from './types';

/** One site for each kind of hiring, and one for all; none of them leads anywhere. */
const SITES: readonly { name: Text; path: string; processTypes: ProcessType[] }[] = [
  { name: { zh: '云汐科技社会招聘', en: 'Yunxi Careers' }, path: 'careers', processTypes: [1] },
  { name: { zh: '云汐科技校园招聘', en: 'Yunxi Campus' }, path: 'campus', processTypes: [2] },
  { name: { zh: '加入云汐', en: 'Join Yunxi' }, path: 'join', processTypes: [1, 2] },
];

const CHANNELS: readonly Text[] = [
  { zh: '微信公众号', en: 'WeChat account' },
  { zh: '线下海报', en: 'Posters' },
  { zh: '技术博客', en: 'Engineering blog' },
  { zh: '校园大使', en: 'Campus ambassadors' },
];

const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

export function makeWebsites(random: Random, ids: Ids): Website[] {
  return SITES.map(({ name, path, processTypes }) => {
    const url = `https://yunxi.jobs.example.com/${path}`;
    return {
      id: ids.next('website'),
      name,
      processTypes,
      jobChannelId: ids.next('website'),
      url,
      channels: CHANNELS.map((channel) => {
        const code = Array.from({ length: 7 }, () => random.pick([...CODE_LETTERS])).join('');
        return {
          id: ids.next('websiteChannel'),
          name: channel,
          link: `${url}/?spread=${code}`,
          code,
        };
      }),
    };
  });
}
