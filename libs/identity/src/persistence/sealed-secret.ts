import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface SealingKey {
  id: string;
  key: Buffer;
}

const FORM = 'v1';
const NONCE_BYTES = 12;

/** The key that a sealed secret names is not among the configured ones, or what was stored was changed. */
export class SecretCannotBeOpened extends Error {
  constructor(keyId: string) {
    super(`A secret sealed under the key "${keyId}" cannot be opened: see ISO_SECRET_KEYS.`);
    this.name = 'SecretCannotBeOpened';
  }
}

/**
 * AES-256-GCM with the name of the key beside what it sealed, bound to its owner: copied into another person's row it
 * does not open. The first key seals, all of them open.
 */
export class SecretSeal {
  constructor(private readonly keys: readonly SealingKey[]) {}

  seal(owner: string, secret: string): string {
    const [current] = this.keys;
    if (current === undefined) throw new SecretCannotBeOpened('');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    const parts = [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
    return [FORM, current.id, ...parts].join('.');
  }

  /** A secret from before sealing comes back as it is. @throws SecretCannotBeOpened */
  open(owner: string, stored: string): string {
    const [form, keyId = '', nonce = '', tag = '', sealed = ''] = stored.split('.');
    if (form !== FORM) return stored;
    const key = this.keys.find(({ id }) => id === keyId)?.key;
    if (key === undefined) throw new SecretCannotBeOpened(keyId);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
        .setAAD(Buffer.from(owner))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return decipher.update(Buffer.from(sealed, 'base64url')).toString('utf8') + decipher.final('utf8');
    } catch {
      throw new SecretCannotBeOpened(keyId);
    }
  }

  /** Whether it was sealed under the key that seals now. */
  isCurrent(stored: string): boolean {
    return stored.startsWith(`${FORM}.${this.keys[0]?.id ?? ''}.`);
  }
}
