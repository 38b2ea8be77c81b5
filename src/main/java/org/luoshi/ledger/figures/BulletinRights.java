package org.luoshi.ledger.figures;

import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** What a viewer may do with a bulletin. */
public record BulletinRights(boolean edit, boolean issue, boolean waitsForOther, boolean correct, boolean rows) {

    static BulletinRights of(LedgerBulletin bulletin, boolean seesAll, Actor actor) {
        boolean office = LedgerBulletins.mayDraft(actor);
        boolean draft = !bulletin.isIssued();
        boolean another = !bulletin.drafterId().equals(actor.personId());
        return new BulletinRights(
                office && draft,
                actor.has(Role.OFFICE_DIRECTOR) && draft && another,
                office && draft && !(actor.has(Role.OFFICE_DIRECTOR) && another),
                office && bulletin.isIssued() && bulletin.correctedById() == null,
                seesAll && bulletin.isIssued());
    }
}
