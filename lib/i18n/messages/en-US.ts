import applications from './en-US/applications.json';
import auth from './en-US/auth.json';
import charts from './en-US/charts.json';
import common from './en-US/common.json';
import crash from './en-US/crash.json';
import errors from './en-US/errors.json';
import jobs from './en-US/jobs.json';
import pipeline from './en-US/pipeline.json';
import reports from './en-US/reports.json';
import settings from './en-US/settings.json';
import shell from './en-US/shell.json';
import talents from './en-US/talents.json';
import today from './en-US/today.json';

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
};

export type Messages = typeof messages;
export type Namespace = keyof Messages;
