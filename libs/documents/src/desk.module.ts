import { Module } from '@nestjs/common';

import { NoteSigningPair } from './application/desk/note-signing-pair';
import { SigningPairsRepository } from './persistence/desk/signing-pairs.repository';

const OWN = [NoteSigningPair, SigningPairsRepository];

/** What the head looks after at the machines of the agency (OF-08). */
@Module({ providers: OWN, exports: OWN })
export class DeskModule {}
