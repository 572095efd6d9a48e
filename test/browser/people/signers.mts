import { Official, type Paper } from './official.mts';

/** Trưởng phòng: finds the paper under "Việc của tôi", reads it, signs that it was reviewed. */
export class Reviewer extends Official {
  async reviews(paper: Paper, next = 'Chờ phê duyệt'): Promise<void> {
    await this.opensWork(paper.code, paper.title, 'Xem xét');
    await this.readsThePdf();
    await this.button('Xem xét').click();
    await this.signs('Ký xem xét', 'Xem xét');
    await this.seesState(next);
  }
}

/** Lãnh đạo: approves with the password typed again, or gives back with a reason. */
export class Approver extends Official {
  async approves(paper: Paper, again?: () => Promise<void>): Promise<void> {
    await this.opensWork(paper.code, paper.title, 'Phê duyệt');
    await this.approvesHere(again);
  }

  async approvesHere(again?: () => Promise<void>): Promise<void> {
    await this.readsThePdf();
    await this.button('Phê duyệt').click();
    await this.signs('Ký phê duyệt', 'Phê duyệt', again);
    await this.seesState('Đã phê duyệt, chờ ban hành');
  }

  async givesBack(paper: Paper, reason: string): Promise<void> {
    await this.opensWork(paper.code, paper.title, 'Phê duyệt');
    await this.returns(reason);
  }

  async signsDeclaration(): Promise<void> {
    await this.opensWork('Ký công bố');
    await this.button('Ký công bố').click();
    await this.signs('Ký bản công bố', 'Ký công bố');
    await this.seesState('Đã ký, chờ số');
  }
}
