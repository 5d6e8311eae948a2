import type { Messages } from './en-US';
import applications from './zh-CN/applications.json';
import auth from './zh-CN/auth.json';
import charts from './zh-CN/charts.json';
import common from './zh-CN/common.json';
import crash from './zh-CN/crash.json';
import errors from './zh-CN/errors.json';
import jobs from './zh-CN/jobs.json';
import pipeline from './zh-CN/pipeline.json';
import reports from './zh-CN/reports.json';
import settings from './zh-CN/settings.json';
import shell from './zh-CN/shell.json';
import talents from './zh-CN/talents.json';
import today from './zh-CN/today.json';

/** One line a namespace: import the file above, name it here, in both languages. */
export const messages = {
  applications,
  auth,
  charts,
  common,
  crash,
  errors,
  jobs,
  pipeline,
  reports,
  settings,
  shell,
  talents,
  today,
} satisfies Messages;
