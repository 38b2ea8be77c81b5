package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units ask of the office and what the office asks of units besides reports: requests and notices, with the steps open to the viewer. */
@Component
class AppealQueries {

    private final Ledger ledger;
    private final Permissions permissions;
    private final NoticeLevels levels;
    private final JdbcClient jdbc;

    AppealQueries(Ledger ledger, Permissions permissions, NoticeLevels levels, JdbcClient jdbc) {
        this.ledger = ledger;
        this.permissions = permissions;
        this.levels = levels;
        this.jdbc = jdbc;
    }

    private record RawRequest(
            UUID id,
            int version,
            UUID itemId,
            RequestKind kind,
            RequestState state,
            UUID askingUnitId,
            String reason,
            @Nullable String progress,
            @Nullable LocalDate proposedDate,
            @Nullable Cycle proposedCycle,
            @Nullable UUID proposedUnitId,
            @Nullable Ending ending,
            String askedBy,
            UUID askedById,
            Instant askedAt,
            @Nullable String unitSignedBy,
            @Nullable String opinion,
            @Nullable String opinionBy,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionNote,
            @Nullable LocalDate grantedDate) {}

    List<ItemDetail.Request> requests(Item item, Actor viewer) {
        return jdbc
                .sql("select * from ledger.change_request where item_id = :id order by asked_at desc, id desc")
                .param("id", item.id)
                .query(RawRequest.class)
                .list()
                .stream()
                .map(raw -> request(raw, item, viewer))
                .toList();
    }

    private ItemDetail.Request request(RawRequest raw, Item item, Actor viewer) {
        ChangeRequest request = new ChangeRequest();
        request.kind = raw.kind();
        request.askingUnitId = raw.askingUnitId();
        request.askedById = raw.askedById();
        boolean own = raw.askedById().equals(viewer.personId());
        List<RequestStep> steps = Arrays.stream(RequestStep.values())
                .filter(step -> step.isAllowedFrom(raw.state()))
                .filter(step -> permissions.mayTake(step, request, item, viewer))
                .filter(step -> !own || step == RequestStep.WITHDRAW || step == RequestStep.SIGN_OFF)
                .toList();
        return new ItemDetail.Request(
                raw.id(),
                raw.version(),
                raw.kind(),
                raw.state(),
                ledger.unitName(raw.askingUnitId()),
                raw.reason(),
                raw.progress(),
                raw.proposedDate(),
                raw.proposedCycle(),
                raw.proposedUnitId() == null ? null : ledger.unitName(raw.proposedUnitId()),
                raw.ending(),
                raw.askedBy(),
                raw.askedAt(),
                raw.unitSignedBy(),
                raw.opinion(),
                raw.opinionBy(),
                raw.decidedBy(),
                raw.decidedAt(),
                raw.decisionNote(),
                raw.grantedDate(),
                steps);
    }

    List<ItemDetail.Notice> notices(Item item, Actor viewer) {
        Map<NoticeLevel, LevelSetting> looks = levels.all();
        return jdbc.sql("""
                select n.id, n.version, n.level, n.state, n.assignment_id, a.unit_id, n.text, n.issued_by, n.issued_at, n.answer_due, n.answer,
                       n.answered_by, n.answered_at
                from ledger.supervision_notice n join ledger.assignment a on a.id = n.assignment_id
                where n.item_id = :id order by n.issued_at desc, n.id desc
                """)
                .param("id", item.id)
                .query((row, n) -> {
                    UUID unitId = row.getObject("unit_id", UUID.class);
                    NoticeLevel level = NoticeLevel.valueOf(row.getString("level"));
                    NoticeState state = NoticeState.valueOf(row.getString("state"));
                    List<NoticeStep> steps = Arrays.stream(NoticeStep.values())
                            .filter(step -> step.isAllowedFrom(state))
                            .filter(step -> Permissions.hasOfficeRole(step, viewer)
                                    || permissions.actsFor(unitId, step.by(), viewer))
                            .toList();
                    return new ItemDetail.Notice(
                            row.getObject("id", UUID.class),
                            row.getInt("version"),
                            level,
                            looks.getOrDefault(level, LevelSetting.standard(level)),
                            state,
                            row.getObject("assignment_id", UUID.class),
                            ledger.unitName(unitId),
                            row.getString("text"),
                            row.getString("issued_by"),
                            row.getTimestamp("issued_at").toInstant(),
                            instant(row.getTimestamp("answer_due")),
                            row.getString("answer"),
                            row.getString("answered_by"),
                            instant(row.getTimestamp("answered_at")),
                            steps);
                })
                .list();
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
