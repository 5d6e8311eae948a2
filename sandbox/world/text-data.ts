/** What people of the company write about candidates. Invented, and deliberately of all lengths. */
export const EVALUATION_TEXT = {
  pass: [
    '项目经历与岗位匹配度高，建议安排面试。',
    '基础扎实，有同类系统经验，可以进入下一轮。',
    '背景符合要求，重点考察系统设计能力。',
    '简历亮点明确，推荐尽快约面。',
  ],
  fail: [
    '经验偏业务实现，缺少高并发场景，暂不推进。',
    '与岗位方向差异较大，建议推荐到其他职位。',
    '近三年跳槽较频繁，稳定性存疑。',
    '年限与职级要求不匹配。',
  ],
} as const;

export const FEEDBACK_TEXT = {
  pass: [
    '思路清晰，对做过的系统讲得很透，追问能举一反三。沟通顺畅，建议通过。',
    '算法与基础不错，工程习惯好。对业务理解还可以更深，整体通过。',
    '表现稳定，能独立负责模块，推荐进入下一轮。',
    'Strong fundamentals and clear communication. Recommend moving forward.',
    '价值观契合，动机明确，对团队方向感兴趣。',
  ],
  fail: [
    '基础概念掌握不牢，项目细节追问答不上来，不建议录用。',
    '独立解决问题的经验不足，与职级要求有差距。',
    '表达较为跳跃，未能说明自己在项目中的贡献。',
    'Lacks depth for the level we need. Not recommended.',
  ],
  undecided: ['能力中等，拿不准，建议加一轮交叉面。', '技术可以，沟通偏弱，听听其他面试官的意见。'],
  noShow: ['候选人未到场，电话未接通。'],
} as const;

export const NOTE_TEXT = [
  '已电话沟通，候选人目前在职，看机会的原因是团队调整。',
  '期望薪资 45K，可谈，最快一个月到岗。',
  '候选人更倾向远程或混合办公，需要和经理确认。',
  '约了本周四下午电话，届时确认面试时间。',
  '手上有两个 offer，需要尽快推进。',
  '推荐人反馈：技术好，人踏实。',
  '候选人本周出差，下周一再联系。',
  '对薪资结构有疑问，已发说明邮件。',
  '微信已加，材料已补齐。',
  'Speaks fluent English, open to relocating to Shanghai.',
  '与用人经理对齐：可以放宽年限要求，重点看系统设计。',
  '背调授权书已签回。',
  '候选人家人在成都，更考虑成都岗位。需要同步给成都的招聘同事看看有没有合适的坑位，如果没有就先进人才库，年后再联系一次。',
] as const;

export const TERMINATION_NOTES = [
  '',
  '',
  '',
  '已电话告知候选人。',
  '放入人才库，半年后再看。',
  '候选人已接受其他公司录用。',
] as const;

export const PAPERS = {
  social: ['后端研发能力测评', '前端研发能力测评', '算法与数据结构在线编程'],
  campus: ['校招通用能力测评', '校招研发笔试(秋季)', '职业性格与认知测评'],
} as const;
