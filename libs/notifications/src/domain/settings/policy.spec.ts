import {
  checkedPolicy,
  checkedPreference,
  NO_PREFERENCE,
  NotAllowedByPolicy,
  SHIPPED_POLICY,
} from './policy';

describe('R19: what a person may choose', () => {
  it('is all within what the agency allows', () => {
    const chosen = { digestHour: 9, mutesInformation: true, quietFrom: 22, quietUntil: 6 };

    expect(checkedPreference(chosen, SHIPPED_POLICY)).toEqual(chosen);
    expect(checkedPreference(NO_PREFERENCE, SHIPPED_POLICY)).toEqual(NO_PREFERENCE);
  });

  it.each([
    [{ digestHour: 3 }, {}],
    [{ digestHour: 18 }, {}],
    [{ mutesInformation: true }, { mayMute: false }],
    [{ quietFrom: 22, quietUntil: 6 }, { mayQuiet: false }],
    [{ quietFrom: 22 }, {}],
    [{ quietFrom: 5, quietUntil: 5 }, {}],
  ])('%j is refused under %j', (chosen, allowed) => {
    expect(() =>
      checkedPreference({ ...NO_PREFERENCE, ...chosen }, { ...SHIPPED_POLICY, ...allowed }),
    ).toThrow(NotAllowedByPolicy);
  });

  it('never has hours upside down', () => {
    expect(() => checkedPolicy({ ...SHIPPED_POLICY, earliestHour: 18, latestHour: 7 })).toThrow(
      NotAllowedByPolicy,
    );
  });
});
