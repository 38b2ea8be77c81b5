package org.luoshi.branch.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.BeginTransfer;
import org.luoshi.branch.core.PersonWritten;
import org.luoshi.branch.core.TransferKind;

/**
 * The beginning of a transfer as typed.
 *
 * @param person of this branch: an id
 * @param newcomer of outside: a name as written
 */
public record TransferForm(
        String kind,
        String person,
        String newcomer,
        String toBranch,
        String outside,
        String cause,
        String letterNumber,
        String letterOn,
        String validUntil,
        String joinedOn,
        String fullSince) {

    public TransferForm(
            @Nullable String kind,
            @Nullable String person,
            @Nullable String newcomer,
            @Nullable String toBranch,
            @Nullable String outside,
            @Nullable String cause,
            @Nullable String letterNumber,
            @Nullable String letterOn,
            @Nullable String validUntil,
            @Nullable String joinedOn,
            @Nullable String fullSince) {
        this.kind = Spelled.text(kind);
        this.person = Spelled.text(person);
        this.newcomer = Spelled.text(newcomer);
        this.toBranch = Spelled.text(toBranch);
        this.outside = Spelled.text(outside);
        this.cause = Spelled.text(cause);
        this.letterNumber = Spelled.text(letterNumber);
        this.letterOn = Spelled.text(letterOn);
        this.validUntil = Spelled.text(validUntil);
        this.joinedOn = Spelled.text(joinedOn);
        this.fullSince = Spelled.text(fullSince);
    }

    static TransferForm of(TransferKind kind, String person) {
        return new TransferForm(kind.name(), person, "", "", "", "", "", "", "", "", "");
    }

    BeginTransfer read(UUID branchId, PersonWritten people) {
        TransferKind way = Spelled.one(TransferKind.class, "kind", kind);
        UUID who = way == TransferKind.FROM_OUTSIDE ? people.find(newcomer) : Spelled.id("person", person);
        return new BeginTransfer(
                branchId,
                way,
                who,
                way == TransferKind.BETWEEN_BRANCHES ? Spelled.idOrNull("toBranch", toBranch) : null,
                outside,
                cause,
                letterNumber,
                Spelled.day("letterOn", letterOn),
                Spelled.day("validUntil", validUntil),
                Spelled.dayOrNull(joinedOn),
                Spelled.dayOrNull(fullSince));
    }
}
