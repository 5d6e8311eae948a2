import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { spread } from '@/sandbox/world/spread';
import type { Application, Text } from '@/sandbox/world/types';
import { i18n, ms } from './wire';

const MINUTE_MS = 60_000;

/** What a career site's form asks beside the résumé. Answers follow from the application's id. */
const QUESTIONS: readonly {
  title: Text;
  description: Text;
  dataType: number;
  tags: number[];
  isFcf: boolean;
  answers: readonly string[];
}[] = [
  {
    title: { zh: '性别认同', en: 'Gender identity' },
    description: { zh: '自愿填写', en: 'Voluntary' },
    dataType: 1,
    tags: [1],
    isFcf: false,
    answers: ['1', '2', '3'],
  },
  {
    title: { zh: '民族', en: 'Ethnicity' },
    description: { zh: '自愿填写', en: 'Voluntary' },
    dataType: 6,
    tags: [2],
    isFcf: false,
    answers: ['汉族', '汉族', '汉族', '回族', '壮族', '不愿透露'],
  },
  {
    title: { zh: '是否需要工作便利安排', en: 'Accommodation needed' },
    description: { zh: '用于安排面试', en: 'For arranging interviews' },
    dataType: 1,
    tags: [3],
    isFcf: false,
    answers: ['2', '2', '2', '2', '1'],
  },
  {
    title: { zh: '新加坡工作资格', en: 'Right to work in Singapore' },
    description: { zh: '公平考虑框架', en: 'Fair Consideration Framework' },
    dataType: 1,
    tags: [],
    isFcf: true,
    answers: ['1', '2', '3'],
  },
];

/** Two of three of those who applied themselves have filled the form in. */
const hasAnswered = (application: Application): boolean =>
  application.deliveryType === 2 && spread(application.id, 'diversity', 3) > 0;

function rowOf(application: Application) {
  const isUpdated = spread(application.id, 'diversity-update', 5) === 0;
  const createdAt = application.createdAt;
  return {
    id: digitsOf(`diversity:${application.id}`),
    application_id: application.id,
    talent_id: application.talentId,
    source_type: isUpdated ? 2 : 1,
    create_time: ms(createdAt),
    update_time: ms(isUpdated ? createdAt + 30 * MINUTE_MS : createdAt),
    di_data: QUESTIONS.map(({ title, description, dataType, tags, isFcf, answers }) => ({
      value: answers[spread(application.id, title.en, answers.length)] ?? '',
      object_attribute: {
        title: i18n(title),
        description: i18n(description),
        data_type: dataType,
        tags,
        is_fcf_data: isFcf,
        is_di_data: !isFcf,
      },
    })),
  };
}

/** 「人才 ID 列表查询返回最新投递的附加信息；两者都填以人才为准；都没有则返回空数据」. */
function wanted(call: Call): Application[] {
  const talentIds = call.body.texts('talent_ids') ?? [];
  if (talentIds.length > 0) {
    return talentIds.flatMap((id) => call.index.applicationsByTalent.get(id)?.at(-1) ?? []);
  }
  const ids = call.body.texts('application_ids') ?? [];
  return ids.flatMap((id) => call.world.applications.get(id) ?? []);
}

export const diversityHandlers: Handlers = {
  'hire.v1.diversityInclusion.search': (call) => ({
    items: wanted(call).filter(hasAnswered).map(rowOf),
  }),
};
