import type { Call } from '@/sandbox/platform/call';
import type { Advertisement } from '@/sandbox/world/records/advertisements';
import type { Job } from '@/sandbox/world/types';
import { jobAddresses, jobBasics } from './job-shapes';
import { ms } from './wire';

const salary = (thousands: number | undefined) =>
  thousands === undefined ? undefined : String(thousands);

/** A job's ad as career sites and the referral platform show it: the job under the ad's own names. */
export function jobPostShape(call: Call, ad: Advertisement, job: Job) {
  const basics = jobBasics(call, job);
  const plain = <T extends { id: string; name: unknown }>(row: T | undefined) =>
    row && { id: row.id, name: row.name };
  const addresses = jobAddresses(call, job);
  return {
    id: ad.id,
    title: basics.title,
    job_id: job.id,
    job_code: basics.code,
    job_expire_time: basics.expiry_time,
    job_active_status: basics.active_status,
    job_process_type: basics.process_type,
    job_recruitment_type: plain(basics.recruitment_type),
    job_department: basics.department,
    job_type: basics.job_type,
    min_job_level: plain(basics.min_job_level),
    max_job_level: plain(basics.max_job_level),
    address: addresses[0],
    min_salary: salary(basics.min_salary),
    max_salary: salary(basics.max_salary),
    required_degree: basics.required_degree,
    experience: basics.experience,
    headcount: basics.head_count,
    high_light_list: basics.highlight_list,
    description: basics.description,
    requirement: basics.requirement,
    creator: call.ids.userWithName(job.creatorId),
    create_time: ms(ad.createdAt),
    modify_time: ms(ad.modifiedAt),
    customized_data_list: basics.customized_data_list,
    address_list: addresses,
  };
}
