import type { Text } from '@/sandbox/world/types';

/** `object_type`: 1 line, 2 text, 3 one of, 4 some of, 5 date, 6 month, 8 period, 9 number, 13 file. */
export type Entry = {
  key: string;
  type: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 13;
  name: Text;
  required?: boolean;
  custom?: boolean;
  retired?: boolean;
  options?: readonly Text[];
};
export type Module = {
  key: string;
  name: Text;
  required?: boolean;
  custom?: boolean;
  entries: readonly Entry[];
};
/** `everywhere`: the form of all jobs; the others are chosen job by job. */
export type Form = { key: string; name: string; everywhere: boolean; modules: readonly Module[] };

const text = (zh: string, en: string): Text => ({ zh, en });
const YES_NO = [text('是', 'Yes'), text('否', 'No')];

const basics: Module = {
  key: 'basics',
  name: text('基本信息', 'Basic information'),
  required: true,
  entries: [
    { key: 'name', type: 1, name: text('姓名', 'Name'), required: true },
    { key: 'mobile', type: 1, name: text('手机号码', 'Mobile'), required: true },
    { key: 'email', type: 1, name: text('邮箱', 'Email'), required: true },
    {
      key: 'gender',
      type: 3,
      name: text('性别', 'Gender'),
      options: [text('男', 'Male'), text('女', 'Female'), text('其他', 'Other')],
    },
    { key: 'birthday', type: 5, name: text('出生日期', 'Date of birth') },
    { key: 'city', type: 1, name: text('所在城市', 'City'), required: true },
  ],
};

const education: Module = {
  key: 'education',
  name: text('教育经历', 'Education'),
  required: true,
  entries: [
    { key: 'school', type: 1, name: text('学校', 'School'), required: true },
    { key: 'major', type: 1, name: text('专业', 'Major') },
    {
      key: 'degree',
      type: 3,
      name: text('学历', 'Degree'),
      required: true,
      options: [
        text('大专', 'College'),
        text('本科', 'Bachelor'),
        text('硕士', 'Master'),
        text('博士', 'Doctor'),
      ],
    },
    { key: 'period', type: 8, name: text('起止时间', 'Period') },
  ],
};

const career: Module = {
  key: 'career',
  name: text('工作经历', 'Work experience'),
  entries: [
    { key: 'company', type: 1, name: text('公司', 'Company'), required: true },
    { key: 'title', type: 1, name: text('职位', 'Title'), required: true },
    { key: 'period', type: 8, name: text('起止时间', 'Period'), required: true },
    { key: 'description', type: 2, name: text('工作描述', 'Description') },
  ],
};

const wishes: Module = {
  key: 'wishes',
  name: text('求职意向', 'What you look for'),
  custom: true,
  entries: [
    {
      key: 'salary',
      type: 9,
      name: text('期望月薪（千元）', 'Expected monthly pay (CNY thousand)'),
      required: true,
      custom: true,
    },
    { key: 'start', type: 5, name: text('最早到岗日期', 'Earliest start'), custom: true },
    {
      key: 'travel',
      type: 3,
      name: text('能否接受出差', 'Can you travel'),
      custom: true,
      options: YES_NO,
    },
    {
      key: 'benefits',
      type: 4,
      name: text('看重的福利', 'Benefits you value'),
      custom: true,
      options: [
        text('补充医疗', 'Health insurance'),
        text('弹性工作', 'Flexible hours'),
        text('期权', 'Stock options'),
      ],
    },
    { key: 'fax', type: 1, name: text('传真', 'Fax'), custom: true, retired: true },
  ],
};

const campus: Module = {
  key: 'campus',
  name: text('在校情况', 'At school'),
  custom: true,
  entries: [
    {
      key: 'graduation',
      type: 6,
      name: text('毕业时间', 'Graduation'),
      required: true,
      custom: true,
    },
    {
      key: 'ranking',
      type: 3,
      name: text('专业排名', 'Ranking'),
      custom: true,
      options: [text('前 10%', 'Top 10%'), text('前 30%', 'Top 30%'), text('其他', 'Other')],
    },
    { key: 'transcript', type: 13, name: text('成绩单', 'Transcript'), custom: true },
  ],
};

export const REGISTRATION_FORMS: readonly Form[] = [
  {
    key: 'general',
    name: '通用面试登记表',
    everywhere: true,
    modules: [basics, education, career, wishes],
  },
  {
    key: 'campus',
    name: '校招面试登记表',
    everywhere: false,
    modules: [basics, education, campus],
  },
];
