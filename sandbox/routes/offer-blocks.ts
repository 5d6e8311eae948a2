import type { Call } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Application, Location, Offer, Text } from '@/sandbox/world/types';
import { conversionTimeOf, employeeTypeIdOf, overboardTimeOf } from './employees';
import { customModulesOf, employeeTypeOf, jobOf, workplaceOf } from './offer-records';
import { familyById, levelById } from './positions';
import { CHINA, cityOf, i18n, idName, levelId, levelName, ms } from './wire';

const place = (code: string, name: Text, location_type: number) => ({
  name: i18n(name),
  code,
  location_type,
});

function address(call: Call, location: Location | undefined) {
  if (!location) return undefined;
  const city = cityOf(call.world, location.cityCode);
  return {
    ...idName(location.id, location.name),
    district: place(location.district.code, location.district.name, 4),
    city: city ? place(city.code, city.name, 3) : undefined,
    state: city ? place(city.stateCode, city.stateName, 2) : undefined,
    country: place(CHINA.code, CHINA.name, 1),
  };
}

function offerBasic(call: Call, offer: Offer) {
  const { terms } = offer;
  const department = call.index.departments.get(offer.departmentId);
  const highest = jobOf(call, offer.applicationId)?.maxLevel;
  const level = terms
    ? levelById(terms.jobLevelId)
    : highest && { id: levelId(highest), name: levelName(highest) };
  const family = familyById(terms?.jobFamilyId);
  const type = employeeTypeOf(call, offer);
  const onboardAt = terms
    ? call.world.locations.find(({ id }) => id === terms.onboardAddressId)
    : workplaceOf(call, offer);
  return {
    id: offer.id,
    offer_status: offer.status,
    leader: call.ids.userWithName(offer.leaderId),
    employee_type: idName(terms?.employeeTypeId ?? digitsOf(type.key), type.name),
    department: department
      ? idName(call.ids.department(department.id), department.name)
      : undefined,
    sequence: family ? idName(family.id, family.name) : undefined,
    level: level ? idName(level.id, level.name) : undefined,
    job_requirement_id: terms?.jobRequirementId,
    probation_month: offer.probationMonths,
    contract_period: terms
      ? terms.contractPeriod && {
          period_type: terms.contractPeriod.type,
          period: terms.contractPeriod.period,
        }
      : { period_type: 2, period: 3 },
    onboard_date: offer.onboardDate === '' ? undefined : offer.onboardDate,
    owner: call.ids.userWithName(offer.ownerId),
    onboard_address: address(call, onboardAt),
    work_address: address(call, workplaceOf(call, offer)),
    remark: terms?.recommendedWords ?? '',
    attachment_list: [],
    customize_info_list: customModulesOf(call, offer).flatMap(({ object_list }) => object_list),
    create_time: ms(offer.createdAt),
  };
}

/** `with_offer` of get_detail: the formal offer alone. */
export function offerBlock(call: Call, application: Application) {
  const offer = call.index.offerByApplication.get(application.id);
  if (!offer) return undefined;
  const { terms } = offer;
  return {
    offer_basic: offerBasic(call, offer),
    offer_salary: {
      id: digitsOf(`salary:${offer.id}`),
      salary_status: offer.basicSalary === '' ? 0 : 1,
      probation_salary_percentage: terms ? terms.probationPercentage : '100%',
      award_salary_multiple: terms ? terms.awardMultiple : '3',
      option_shares: terms?.optionShares,
      quarterly_bonus: terms?.quarterlyBonus,
      half_year_bonus: terms?.halfYearBonus,
      customize_info_list: [],
      create_time: ms(offer.createdAt),
    },
  };
}

/** `with_employee` of get_detail: times as text, and longer names than the employee endpoints. */
export function employeeBlock(call: Call, application: Application) {
  const employee = call.index.employeeByApplication.get(application.id);
  if (!employee) return undefined;
  const text = (time: number | undefined) => (time === undefined ? undefined : ms(time));
  return {
    id: employee.id,
    application_id: employee.applicationId,
    onboard_status: employee.onboardStatus,
    conversion_status: employee.conversionStatus,
    onboard_time: ms(employee.onboardTime),
    expected_conversion_time: ms(employee.expectedConversionTime),
    actual_conversion_time: text(conversionTimeOf(employee)),
    overboard_time: text(overboardTimeOf(employee)),
    overboard_note: employee.onboardStatus === 2 ? (employee.overboardNote ?? '') : undefined,
    onboard_city_code: employee.onboardCityCode,
    department_id: call.ids.department(employee.departmentId),
    leader_id: call.ids.user(employee.leaderId),
    sequence_id: employee.sequenceId,
    level_id: employee.levelId,
    employee_type: employeeTypeIdOf(call, employee),
    job_requirement_id: employee.jobRequirementId,
  };
}
