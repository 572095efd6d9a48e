/** All faults of the environment at once: an operator mends them in one round. */
export class SettingsInvalid extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cấu hình chưa hợp lệ:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsInvalid';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable after another and keeps every fault until `done()`. */
export class EnvironmentReader {
  readonly #faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string, fallback?: string): string {
    const value = this.environment[name]?.trim();
    if (value !== undefined && value !== '') return value;
    if (fallback === undefined) this.#faults.push(`${name} chưa được đặt`);
    return fallback ?? '';
  }

  /** A secret has no default, ever. */
  secret(name: string, leastLength = 8): string {
    const value = this.text(name);
    if (value !== '' && value.length < leastLength)
      this.#faults.push(`${name} ngắn hơn ${String(leastLength)} ký tự`);
    return value;
  }

  /** Keys of 32 bytes, "name:base64" each, the one that seals first; older ones stay as long as they must open. */
  keys(name: string): { id: string; key: Buffer }[] {
    const keys = this.text(name)
      .split(',')
      .map((pair) => /^\s*([\w-]{1,20}):([A-Za-z0-9+/_-]+=*)\s*$/.exec(pair))
      .map((found) => ({ id: found?.[1] ?? '', key: Buffer.from(found?.[2] ?? '', 'base64') }));
    const isSet = this.optional(name) !== null;
    if (isSet && keys.some(({ id, key }) => id === '' || key.length !== 32))
      this.#faults.push(`${name} phải gồm các khóa "tên:base64 của 32 byte", cách nhau bằng dấu phẩy`);
    return keys;
  }

  optional(name: string): string | null {
    const value = this.environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  integer(
    name: string,
    fallback: number,
    [least, most]: readonly [number, number] = [0, 2 ** 31 - 1],
  ): number {
    const text = this.text(name, String(fallback));
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      this.#faults.push(
        `${name} phải là số nguyên từ ${String(least)} đến ${String(most)}, đang là "${text}"`,
      );
    }
    return value;
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const text = this.text(name, fallback);
    const value = values.find((candidate) => candidate === text);
    if (value === undefined)
      this.#faults.push(`${name} phải là một trong: ${values.join(', ')}; đang là "${text}"`);
    return value ?? fallback;
  }

  url(name: string, protocols: readonly string[], fallback?: string): string {
    const text = this.text(name, fallback);
    if (text === '') return text;
    const url = URL.parse(text);
    if (url === null || !protocols.includes(url.protocol)) {
      this.#faults.push(`${name} phải là địa chỉ ${protocols.join(' hoặc ')}//…`);
    }
    return text;
  }

  /** An address that people type: https, unless it never leaves the machine. */
  publicUrl(name: string, fallback: string): string {
    const text = this.url(name, ['http:', 'https:'], fallback).replace(/\/+$/, '');
    const url = URL.parse(text);
    if (url?.protocol === 'http:' && !isLoopback(url.hostname)) {
      this.#faults.push(
        `${name} là ${text}: địa chỉ không phải nội bộ máy bắt buộc dùng https, vì cookie phiên không được gửi qua http`,
      );
    }
    return text;
  }

  /** @throws SettingsInvalid with every fault that was met. */
  done(): void {
    if (this.#faults.length > 0) throw new SettingsInvalid(this.#faults);
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
