import { createHash, randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';

const RECOVERY_CODES = 10;
/** Clocks of telephones may be off by one step of thirty seconds. */
const TOLERANCE_SECONDS = 30;
/** Without letters that look like digits. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Codes of thirty seconds (RFC 6238), and codes for the day on which the telephone is lost. */
@Injectable()
export class OneTimeCodes {
  newSecret(): string {
    return generateSecret({ length: 20 });
  }

  /** What the QR code says to an authenticator. */
  address(secret: string, person: string): string {
    return generateURI({ issuer: 'ISO điện tử', label: person, secret });
  }

  /** The step that a code belongs to; null when it is none, or none later than the last. */
  async stepOf(secret: string, code: string, afterStep: number): Promise<number | null> {
    const token = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return null;
    const result = await verify({ secret, token, epochTolerance: TOLERANCE_SECONDS });
    if (!result.valid || !('timeStep' in result) || result.timeStep <= afterStep) return null;
    return result.timeStep;
  }

  /** Eighty bits each: too many to try, so that a plain hash of them is enough. */
  newRecoveryCodes(): string[] {
    return Array.from({ length: RECOVERY_CODES }, () => {
      const letters = Array.from(randomBytes(16), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
      return letters.replace(/(.{4})(?=.)/g, '$1-');
    });
  }

  hashOf(recoveryCode: string): Buffer {
    return createHash('sha256')
      .update(recoveryCode.toUpperCase().replace(/[^A-Z0-9]/g, ''))
      .digest();
  }
}
