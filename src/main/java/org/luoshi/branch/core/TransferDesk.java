package org.luoshi.branch.core;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * What of a transfer lies on whose desk: to receive it, on that of the receiving branch's secretary from the beginning; to find out what became of a
 * letter that ran out, on that of the sending one's.
 */
@Component
class TransferDesk {

    static final String SOURCE = "branch.transfer";

    private final PeopleDesk desk;
    private final RollReader rolls;
    private final BranchRights rights;
    private final Names names;
    private final Texts texts;

    TransferDesk(PeopleDesk desk, RollReader rolls, BranchRights rights, Names names, Texts texts) {
        this.desk = desk;
        this.rolls = rolls;
        this.rights = rights;
        this.names = names;
        this.texts = texts;
    }

    /** Brings the desks up to the day; telling it twice changes nothing. */
    void tell(Transfer transfer) {
        LocalDate today = rights.today();
        UUID to = transfer.toBranch();
        UUID from = transfer.fromBranch();
        if (to != null) {
            tell(transfer, to, receipt(transfer), "branch-transfer-receipt");
        }
        if (from != null && transfer.isOverdue(today)) {
            tell(transfer, from, transfer.id(), "branch-transfer-letter");
        }
    }

    private void tell(Transfer transfer, UUID branchId, UUID id, String kind) {
        String title = texts.get(
                Texts.SIMPLIFIED,
                "branch.transfers.desk",
                "person",
                names.of(List.of(transfer.personId())).of(transfer.personId()),
                "letter",
                transfer.letterNumber());
        String href = "/branches/" + branchId + "/transfers";
        desk.owe(rolls.roll(branchId), new PeopleDesk.Waiting(id, SOURCE, kind, title, href, transfer.validUntil()));
    }

    void received(Transfer transfer, Actor by) {
        for (UUID id : List.of(receipt(transfer), transfer.id())) {
            desk.met(id, SOURCE, transfer.id(), by);
        }
    }

    void release(Transfer transfer) {
        for (UUID id : List.of(receipt(transfer), transfer.id())) {
            desk.release(id);
        }
    }

    private static UUID receipt(Transfer transfer) {
        return UUID.nameUUIDFromBytes(("branch.transfer.receipt/" + transfer.id()).getBytes(StandardCharsets.UTF_8));
    }
}
