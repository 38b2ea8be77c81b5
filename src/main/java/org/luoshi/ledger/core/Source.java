package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Where matters come from: an instruction, a decision, a paper. Its text never changes after registration. */
@Table(schema = "ledger", name = "source")
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
class Source {

    @Id
    UUID id;

    @Version
    int version;

    String kind;
    String title;

    @Nullable
    String number;

    @Nullable
    LocalDate issuedOn;

    @Nullable
    UUID leaderPostId;

    @Nullable
    String leaderName;

    String body;
    Triage triage;

    @Nullable
    String triageReason;

    UUID officerId;
    UUID unitId;
    Instant registeredAt;

    @Nullable
    Instant answeredAt;

    String folded;
}
