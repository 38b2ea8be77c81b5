package org.luoshi.ledger.paper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDetail.Notice;
import org.luoshi.ledger.core.ItemDetail.UnitPart;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.ledger.web.LedgerView;
import org.luoshi.platform.Page;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** What the sheets that go to units say: the supervision notice of an item, and the notice or urge to one unit. */
@Component
class PaperValues {

    private final PaperFacts facts;
    private final LedgerSettings settings;
    private final LedgerView view;
    private final WorktimeApi worktime;
    private final Clock clock;

    PaperValues(PaperFacts facts, LedgerSettings settings, LedgerView view, WorktimeApi worktime, Clock clock) {
        this.facts = facts;
        this.settings = settings;
        this.view = view;
        this.worktime = worktime;
        this.clock = clock;
    }

    /** What every sheet of an item says. */
    Map<String, Object> ofItem(Page page, LedgerPaper paper, ItemDetail detail) {
        ItemRow item = detail.item();
        PaperFacts.Origin origin = facts.of(item.id());
        Map<String, Object> values = PaperWords.labels(page, paper);
        values.put("number", PaperWords.orNone(page, item.number()));
        values.put("item", item.title());
        values.put("source", source(page, item, origin));
        values.put("leader", PaperWords.orNone(page, origin.leaderName()));
        values.put("due", item.due() == null ? view.due(page, item) : PaperWords.due(page, item.due()));
        values.put("office", facts.name(origin.officeUnitId()));
        values.put("officer", PaperWords.orNone(page, detail.officer()));
        values.put("printed", PaperWords.day(page, clock.instant()));
        return values;
    }

    private String source(Page page, ItemRow item, PaperFacts.Origin origin) {
        if (item.sourceKind() == null) {
            return page.t("ledger.paper.none");
        }
        String source = page.t(
                "ledger.paper.source",
                "kind",
                view.kind(page, item.sourceKind(), item.sourceKindName()),
                "title",
                String.valueOf(item.sourceTitle()));
        if (origin.number() != null) {
            source += page.t("ledger.paper.source-number", "number", origin.number());
        }
        return origin.issuedOn() == null
                ? source
                : source + page.t("ledger.paper.source-day", "day", page.date(origin.issuedOn()));
    }

    /** 督查通知单. */
    Map<String, Object> notice(Page page, ItemDetail detail) {
        Map<String, Object> values = ofItem(page, LedgerPaper.NOTICE, detail);
        values.put("issued", PaperWords.day(page, detail.issuedAt()));
        values.put("points", points(page, detail));
        values.put("cycle", page.t("ledger.cycle", detail.item().cycle()));
        values.put(
                "units",
                detail.units().stream()
                        .filter(unit -> isAsked(unit))
                        .map(unit -> Map.of(
                                "unit", facts.name(unit.unitId()),
                                "part", page.t("ledger.part", unit.part()),
                                "duty", duty(page, unit),
                                "due", PaperWords.due(page, unit.due())))
                        .toList());
        int first = settings.of(LedgerSetting.FIRST_FEEDBACK_WORKING_DAYS);
        values.put(
                "request",
                page.t("ledger.paper.request", "hours", settings.of(LedgerSetting.SIGN_WORKING_HOURS))
                        + (first > 0 ? page.t("ledger.paper.request-first", "days", first) : "")
                        + page.t("ledger.paper.request-end"));
        return values;
    }

    private static String duty(Page page, UnitPart unit) {
        String duty = unit.duty();
        return duty == null || duty.isBlank() ? page.t("ledger.paper.duty", unit.part()) : duty;
    }

    private static boolean isAsked(UnitPart unit) {
        return switch (unit.state()) {
            case MOVED, WAIVED -> false;
            case PLANNED,
                    TO_SIGN,
                    REASSIGN_REQUESTED,
                    SIGNED,
                    ASSIGNED_INSIDE,
                    WORKING,
                    UNIT_REVIEW,
                    SUBMITTED,
                    RETURNED,
                    ACCEPTED,
                    STOPPED -> true;
        };
    }

    static List<Map<String, String>> points(Page page, ItemDetail detail) {
        List<Map<String, String>> points = new ArrayList<>();
        for (ItemDetail.Point point : detail.points()) {
            points.add(Map.of(
                    "number", page.t("ledger.paper.point-number", "number", points.size() + 1), "text", point.text()));
        }
        return points;
    }

    /** 督办单 or 催办单: {@code notice} is one of the item's. */
    Map<String, Object> notice(Page page, ItemDetail detail, Notice notice) {
        LedgerPaper paper = notice.level().isWritten() ? LedgerPaper.WRITTEN : LedgerPaper.URGE;
        Map<String, Object> values = ofItem(page, paper, detail);
        UnitPart unit = unitOf(detail, notice.assignmentId());
        values.put("level", view.level(page, notice.look()));
        values.put("meaning", view.meaning(page, notice.look()));
        values.put("unit", unit == null ? notice.unit() : facts.name(unit.unitId()));
        values.put(
                "part",
                unit == null
                        ? ""
                        : page.t("ledger.paper.in-brackets", "text", page.t("ledger.paper.part", unit.part())));
        values.put("duty", unit == null ? page.t("ledger.paper.none") : duty(page, unit));
        values.put("due", PaperWords.due(page, unit == null ? null : unit.due()));
        values.put("late", unit == null ? "" : late(page, unit, notice));
        values.put("text", notice.text());
        values.put("issued", PaperWords.day(page, notice.issuedAt()));
        values.put("issuedBy", notice.issuedBy());
        values.put(
                "answerDue",
                notice.answerDue() == null
                        ? page.t("ledger.paper.no-answer-asked")
                        : PaperWords.due(page, notice.answerDue()));
        values.put("answer", notice.answer() == null ? "" : answer(page, notice));
        values.put("earlier", earlier(page, detail, notice));
        values.put(
                "times",
                page.t(
                        "ledger.paper.times",
                        "count",
                        earlierOf(detail, notice, false).size() + 1));
        values.put("request", page.t("ledger.paper.urge-request"));
        return values;
    }

    private static String answer(Page page, Notice notice) {
        return notice.answer() + "\n"
                + page.t(
                        "ledger.paper.said-by",
                        "person",
                        String.valueOf(notice.answeredBy()),
                        "day",
                        PaperWords.day(page, notice.answeredAt()));
    }

    /** How late the unit was when this was written; blank where it was not. */
    private String late(Page page, UnitPart unit, Notice notice) {
        if (unit.due() == null || !notice.issuedAt().isAfter(unit.due())) {
            return "";
        }
        int days = worktime.workingDaysBetween(unit.due(), notice.issuedAt());
        return page.t("ledger.paper.late", "days", Math.max(1, days));
    }

    private String earlier(Page page, ItemDetail detail, Notice notice) {
        List<String> lines = earlierOf(detail, notice, true).stream()
                .map(other -> page.t(
                        "ledger.paper.earlier-line",
                        "day",
                        PaperWords.day(page, other.issuedAt()),
                        "level",
                        view.level(page, other.look()),
                        "state",
                        other.level().isWritten() ? page.t("ledger.notice-state", other.state()) : ""))
                .toList();
        return PaperWords.orNone(page, String.join("\n", lines));
    }

    /** What went to the same unit before this one, oldest first; with {@code written} also the written ones, else only urges. */
    private static List<Notice> earlierOf(ItemDetail detail, Notice notice, boolean written) {
        List<Notice> earlier = new ArrayList<>(detail.notices().stream()
                .filter(other -> other.assignmentId().equals(notice.assignmentId()))
                .filter(other -> !other.id().equals(notice.id()))
                .filter(other -> !other.issuedAt().isAfter(notice.issuedAt()))
                .filter(other -> written || !other.level().isWritten())
                .toList());
        java.util.Collections.reverse(earlier);
        return earlier;
    }

    private static @Nullable UnitPart unitOf(ItemDetail detail, UUID assignmentId) {
        return detail.units().stream()
                .filter(unit -> unit.id().equals(assignmentId))
                .findFirst()
                .orElse(null);
    }
}
