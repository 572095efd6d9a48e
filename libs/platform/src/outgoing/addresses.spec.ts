import { isPublicAddress } from './addresses';
import { OutgoingHttp } from './outgoing-http';

describe('The way out', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'fd00::1',
    'fe80::1',
    'không',
  ])('takes %s for no place on the internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '203.162.0.1', '2405:4800::1'])('takes %s for one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://localhost:1/',
    'file:///etc/passwd',
    'http://a:b@8.8.8.8/',
  ])('refuses %s', async (url) => {
    const options = { limitBytes: 1, timeoutMs: 2_000 };

    await expect(new OutgoingHttp([]).get(url, options)).rejects.toMatchObject({
      code: 'platform.outgoing-address',
    });
  });
});
