import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { SavedViewNotFound, TooManyViews } from '../../domain/search/refusals';
import { type SavedView, SavedViewsRepository } from '../../persistence/search/saved-views.repository';

@Injectable()
export class KeepView {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SavedViewsRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws TooManyViews; a name that the person has already is refused by its constraint */
  save(actor: Actor, idempotency: Idempotency | null, view: Omit<SavedView, 'id'>): Promise<SavedView> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      if ((await this.views.count(tx)) >= this.views.full) throw new TooManyViews();
      const saved = { ...view, id: this.ids.next() };
      await this.views.add(tx, saved);
      tx.record({
        action: 'documents.view-saved',
        subjectType: 'saved-view',
        subjectId: saved.id,
        new: view,
      });
      return saved;
    });
  }

  /** @throws SavedViewNotFound, also for the view of somebody else */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      if (!(await this.views.remove(tx, id))) throw new SavedViewNotFound();
      tx.record({ action: 'documents.view-removed', subjectType: 'saved-view', subjectId: id });
    });
  }
}
