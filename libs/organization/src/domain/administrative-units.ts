import { DomainError, tidyLine } from '@app/kernel';

export interface AdministrativeUnit {
  code: string;
  name: string;
  level: 'province' | 'commune';
  parentCode: string | null;
}

/** The national list is not what it should be; the place is named, so that the operator finds it. */
export class BadAdministrativeUnits extends DomainError {
  constructor(place: string) {
    super({ code: 'organization.bad-administrative-units', kind: 'invalid', detail: { place } });
  }
}

const CODE = /^\d{2,6}$/;

/**
 * Reads the national list: `[{code, name, wards: [{code, name}]}]`. Provinces come before their communes.
 * @throws BadAdministrativeUnits
 */
export function administrativeUnitsFrom(list: unknown): AdministrativeUnit[] {
  if (!Array.isArray(list) || list.length === 0) throw new BadAdministrativeUnits('$');
  const provinces = list.map((entry, index) => unitFrom(entry, null, `$[${String(index)}]`));
  const communes = list.flatMap((entry: unknown, index) => {
    const wards: unknown = (entry as { wards?: unknown }).wards ?? [];
    if (!Array.isArray(wards)) throw new BadAdministrativeUnits(`$[${String(index)}].wards`);
    const parentCode = provinces[index]?.code ?? null;
    return wards.map((ward, place) =>
      unitFrom(ward, parentCode, `$[${String(index)}].wards[${String(place)}]`),
    );
  });
  const units = [...provinces, ...communes];
  const codes = new Set<string>();
  for (const { code } of units) {
    if (codes.has(code)) throw new BadAdministrativeUnits(`code ${code} (2×)`);
    codes.add(code);
  }
  return units;
}

function unitFrom(entry: unknown, parentCode: string | null, place: string): AdministrativeUnit {
  const { code, name } = (entry ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code !== 'string' || !CODE.test(code)) throw new BadAdministrativeUnits(`${place}.code`);
  const named = typeof name === 'string' ? tidyLine(name) : '';
  if (named === '' || named.length > 200) throw new BadAdministrativeUnits(`${place}.name`);
  return { code, name: named, level: parentCode === null ? 'province' : 'commune', parentCode };
}
