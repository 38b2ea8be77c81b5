package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/** A matter under supervision as it stands now. It moves only by {@link #move}. */
@Table(schema = "ledger", name = "item")
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
class Item {

    @Id
    UUID id;

    @Version
    int version;

    @Nullable
    String number;

    @Nullable
    Integer year;

    @Nullable
    Integer sequence;

    String title;

    @Nullable
    UUID sourceId;

    @Nullable
    UUID parentId;

    ItemState state;

    @Nullable
    String limitClass;

    Cycle cycle;

    @Nullable
    Integer cycleDay;

    UUID officerId;

    @Nullable
    UUID officerPostId;

    UUID officeUnitId;

    @Nullable
    UUID leaderPostId;

    @Nullable
    String leaderName;

    @Nullable
    String label;

    Instant createdAt;

    @Nullable
    Instant filedAt;

    @Nullable
    Instant issuedAt;

    @Nullable
    Instant originalDue;

    @Nullable
    Instant due;

    @Nullable
    LocalDate givenDue;

    @Nullable
    String derivation;

    @Nullable
    LocalDate forecast;

    boolean dueProvisional;

    @Nullable
    UUID proposedBy;

    @Nullable
    UUID stepObligationId;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant struckOffAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Ending ending;

    @Nullable
    String endingReason;

    @Nullable
    UUID mergedIntoId;

    @Nullable
    Instant revisitDue;

    @Nullable
    Boolean revisitDrawn;

    Instant lastActivityAt;

    @Nullable
    String lastActivity;

    /** The office's instant of this version; what it replaces is kept for looking at the ledger as of a date. */
    Instant changedAt;

    @Nullable
    Instant yellowAt;

    @Nullable
    String yellowWhy;

    @Nullable
    Instant redAt;

    @Nullable
    String redWhy;

    boolean stopped;

    @Nullable
    LightColour overrideLight;

    @Nullable
    String overrideReason;

    @Nullable
    String overrideBy;

    @Nullable
    Instant overrideAt;

    @Column("is_open")
    boolean open;

    @Nullable
    UUID leadUnitId;

    int coCount;
    String folded;

    void requireVersion(int seen) {
        if (version != seen) {
            throw LedgerError.CHANGED_MEANWHILE.with(Map.of("seen", seen, "current", version));
        }
    }

    void move(ItemStep step, Instant now) {
        if (!step.isAllowedFrom(state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", state.name()));
        }
        state = step.after(state);
        open = state.isOpen();
        lastActivityAt = now;
        lastActivity = step.name();
        if (!open && endedAt == null) {
            endedAt = now;
        }
    }

    /** True while the units work on it: only then do their parts move. */
    boolean isWithTheUnits() {
        return state == ItemState.ISSUED || state == ItemState.IN_PROGRESS || state == ItemState.LONG_TERM;
    }

    String reference() {
        return number == null ? title : number;
    }

    String page() {
        return "/ledger/items/" + id;
    }
}
