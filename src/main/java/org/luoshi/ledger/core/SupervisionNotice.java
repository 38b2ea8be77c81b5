package org.luoshi.ledger.core;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An urge or a written supervision notice to one unit about one item. */
@Table(schema = "ledger", name = "supervision_notice")
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
class SupervisionNotice {

    @Id
    UUID id;

    @Version
    int version;

    UUID itemId;
    UUID assignmentId;
    NoticeLevel level;
    NoticeState state;
    String text;
    String issuedBy;
    Instant issuedAt;

    @Nullable
    Instant answerDue;

    @Nullable
    String answer;

    @Nullable
    String answeredBy;

    @Nullable
    Instant answeredAt;

    @Nullable
    String endedBy;

    @Nullable
    Instant endedAt;

    @Nullable
    UUID nextId;

    void requireVersion(int seen) {
        if (version != seen) {
            throw LedgerError.CHANGED_MEANWHILE.with(Map.of("seen", seen, "current", version));
        }
    }

    void move(NoticeStep step) {
        if (!step.isAllowedFrom(state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", state.name()));
        }
        state = step.after(state);
    }
}
