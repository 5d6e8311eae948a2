import type { ProcessType, StageType, Text } from './types';

export type ProcessKey = 'tech' | 'function' | 'campus' | 'intern';

export type StageSpec = {
  name: Text;
  type: StageType;
  /** Share of those who are decided here that go on. */
  pass: number;
  /** Median of a completed visit, working days. */
  days: number;
  /** Share of the active applications that are here. */
  crowd: number;
  /** How often people go past without a visit. */
  skip?: number;
  /** Who interviews: the recruiter, the manager with a colleague, or a panel of three. */
  panel?: 'hr' | 'lead' | 'group';
};

export type ProcessSpec = {
  key: ProcessKey;
  name: Text;
  type: ProcessType;
  offerApprovalRequired: boolean;
  /** Positions of stages. */
  forbiddenMoves: readonly (readonly [from: number, to: number])[];
  stages: readonly StageSpec[];
};

const stage = (
  zh: string,
  en: string,
  type: StageType,
  pass: number,
  days: number,
  crowd: number,
  skip?: number,
  panel?: StageSpec['panel'],
): StageSpec => ({ name: { zh, en }, type, pass, days, crowd, skip, panel });

export const PROCESSES: readonly ProcessSpec[] = [
  {
    key: 'tech',
    name: { zh: '社招技术流程', en: 'Experienced hires: engineering' },
    type: 1,
    offerApprovalRequired: true,
    forbiddenMoves: [[2, 6]],
    stages: [
      stage('简历初筛', 'Résumé screen', 1, 0.52, 1.6, 0.27),
      stage('用人部门评估', 'Hiring team review', 2, 0.56, 2.2, 0.21),
      stage('技术笔试', 'Coding test', 3, 0.66, 3.5, 0.12, 0.22),
      stage('技术一面', 'Technical interview 1', 4, 0.5, 3.6, 0.16),
      stage('技术二面', 'Technical interview 2', 4, 0.6, 3.4, 0.09, 0.07, 'lead'),
      stage('HR面', 'HR interview', 4, 0.78, 2.4, 0.06, 0, 'hr'),
      stage('Offer沟通', 'Offer', 5, 0.74, 4.5, 0.05),
      stage('待入职', 'Waiting to join', 6, 0.87, 17, 0.04),
      stage('已入职', 'Joined', 7, 1, 0, 0),
    ],
  },
  {
    key: 'function',
    name: { zh: '社招职能与商业流程', en: 'Experienced hires: business' },
    type: 1,
    offerApprovalRequired: true,
    forbiddenMoves: [[0, 6]],
    stages: [
      stage('简历初筛', 'Résumé screen', 1, 0.48, 1.4, 0.29),
      stage('用人部门评估', 'Hiring team review', 2, 0.52, 2.4, 0.23),
      stage('业务面', 'Team interview', 4, 0.48, 3.8, 0.19),
      stage('交叉面', 'Cross-team interview', 4, 0.62, 3.2, 0.1, 0.12),
      stage('HR面', 'HR interview', 4, 0.76, 2.2, 0.07, 0, 'hr'),
      stage('背景调查', 'Background check', 8, 0.94, 4, 0.03, 0.3),
      stage('Offer沟通', 'Offer', 5, 0.76, 4, 0.05),
      stage('待入职', 'Waiting to join', 6, 0.88, 15, 0.04),
      stage('已入职', 'Joined', 7, 1, 0, 0),
    ],
  },
  {
    key: 'campus',
    name: { zh: '校招流程', en: 'Graduate programme' },
    type: 2,
    offerApprovalRequired: false,
    forbiddenMoves: [[1, 5]],
    stages: [
      stage('简历筛选', 'Résumé screen', 1, 0.58, 3, 0.29),
      stage('在线测评', 'Online assessment', 3, 0.55, 5, 0.24),
      stage('群面', 'Group interview', 4, 0.5, 5, 0.15, 0.1, 'group'),
      stage('专业面', 'Subject interview', 4, 0.5, 5, 0.14),
      stage('终面', 'Final interview', 4, 0.62, 5, 0.08, 0, 'lead'),
      stage('Offer', 'Offer', 5, 0.66, 8, 0.06),
      stage('待入职', 'Waiting to join', 6, 0.82, 60, 0.04),
      stage('已入职', 'Joined', 7, 1, 0, 0),
    ],
  },
  {
    key: 'intern',
    name: { zh: '实习生流程', en: 'Internships' },
    type: 2,
    offerApprovalRequired: false,
    forbiddenMoves: [],
    stages: [
      stage('简历筛选', 'Résumé screen', 1, 0.5, 1.5, 0.36),
      stage('部门评估', 'Team review', 2, 0.58, 2, 0.26),
      stage('面试', 'Interview', 4, 0.46, 3, 0.25),
      stage('Offer', 'Offer', 5, 0.74, 3, 0.07),
      stage('待入职', 'Waiting to join', 6, 0.88, 9, 0.06),
      stage('已入职', 'Joined', 7, 1, 0, 0),
    ],
  },
];
