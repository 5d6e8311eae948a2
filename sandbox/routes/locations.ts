import type { Call, Handlers } from '@/sandbox/platform/call';
import { offsetPage } from '@/sandbox/platform/paging';
import type { City, District, Text } from '@/sandbox/world/types';
import { addressShape } from './job-shapes';
import { CHINA } from './wire';

/** The English names of the sandbox's places below the country are the pinyin ones. */
const nameInfo = ({ zh, en }: Text) => ({
  zh_name: zh,
  en_name: en,
  py_name: en.toLowerCase().replaceAll(/[^a-z]/g, ''),
});

const countryShape = () => ({
  country: {
    country_code: CHINA.code,
    country_name_info: { ...nameInfo(CHINA.name), py_name: 'zhongguo' },
  },
});
const stateShape = ({ stateCode, stateName }: City) => ({
  state: {
    state_code: stateCode,
    country_code: CHINA.code,
    state_name_info: nameInfo(stateName),
  },
});
const cityShape = ({ code, name, stateCode }: City) => ({
  city: {
    city_code: code,
    state_code: stateCode,
    country_code: CHINA.code,
    city_name_info: nameInfo(name),
  },
});
const districtShape = ({ code, name }: District, city: City) => ({
  district: {
    district_code: code,
    city_code: city.code,
    state_code: city.stateCode,
    country_code: CHINA.code,
    district_name_info: nameInfo(name),
  },
});

type Row = { code: string; shape: () => object };

/** The places of one kind: only the part of that kind is answered. */
function placesOf({ world }: Call, type: number | undefined): Row[] {
  switch (type) {
    case 1:
      return [{ code: CHINA.code, shape: countryShape }];
    case 2:
      return world.cities
        .filter((city, at) => world.cities.findIndex((c) => c.stateCode === city.stateCode) === at)
        .map((city) => ({ code: city.stateCode, shape: () => stateShape(city) }));
    case 3:
      return world.cities.map((city) => ({ code: city.code, shape: () => cityShape(city) }));
    default:
      return world.locations.flatMap(({ district, cityCode }) => {
        const city = world.cities.find(({ code }) => code === cityCode);
        return city ? [{ code: district.code, shape: () => districtShape(district, city) }] : [];
      });
  }
}

export const locationHandlers: Handlers = {
  /** The same offices take jobs and interviews; the company has no stores. */
  'hire.v1.location.list': (call) =>
    offsetPage(
      call,
      call.query.text('usage') === 'store_location' ? [] : call.world.locations,
      (location) => ({ ...addressShape(call, location), active_status: 1 }),
    ),

  'hire.v1.location.query': (call) => {
    const codes = call.body.texts('code_list') ?? [];
    const rows = placesOf(call, call.body.int('location_type')).filter(
      ({ code }) => codes.length === 0 || codes.includes(code),
    );
    return offsetPage(call, rows, ({ shape }) => shape());
  },
};
