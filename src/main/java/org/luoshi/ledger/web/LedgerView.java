package org.luoshi.ledger.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryLine;
import org.luoshi.ledger.core.Catalogue;
import org.luoshi.ledger.core.Closing;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.LevelSetting;
import org.luoshi.ledger.core.Light;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.Step;
import org.luoshi.ledger.neighbours.MailedReports;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Page;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** The words that pages put on facts: lights, reasons, dates and history lines. */
@Component
public class LedgerView {

    private static final Set<ItemStep> RARE =
            Set.of(ItemStep.SEND_BACK, ItemStep.DECLINE, ItemStep.RETURN_TO_WORK, ItemStep.MERGE, ItemStep.RELAPSE);

    private final WorktimeApi worktime;
    private final OrganizationApi organization;
    private final MailedReports mail;
    private final Clock clock;

    LedgerView(WorktimeApi worktime, OrganizationApi organization, MailedReports mail, Clock clock) {
        this.worktime = worktime;
        this.organization = organization;
        this.mail = mail;
        this.clock = clock;
    }

    /** How the reader may report on a part by mail; null where the office reads no mail. */
    public @Nullable String replyByMail(Page page, UUID assignmentId, String reference) {
        return mail.replyTo(assignmentId, reference, page.actor())
                .map(reply -> page.t(
                        "ledger.neighbours.reply-by-mail", "address", reply.address(), "reference", reply.reference()))
                .orElse(null);
    }

    /** Whether somebody wrote this draft by mail. */
    public boolean cameByMail(UUID feedbackId) {
        return mail.cameByMail(feedbackId);
    }

    /** The light's word for an item: how late, how soon, or where it stands. */
    public String light(Page page, ItemRow item) {
        if (item.light().colour() == LightColour.GREY
                && !"stopped".equals(item.light().why())) {
            return page.t("ledger.state", item.state());
        }
        if (item.state() == ItemState.PENDING_CLOSE || item.state() == ItemState.PENDING_LEADER) {
            return page.t("ledger.state", item.state());
        }
        return light(page, item.light(), item.due());
    }

    public String light(Page page, Light light, @Nullable Instant due) {
        String why = light.why();
        return switch (light.colour()) {
            case GREEN -> page.t("ledger.light", LightColour.GREEN);
            case GREY -> page.t("stopped".equals(why) ? "ledger.light.stopped" : "ledger.light.GREY");
            case YELLOW -> "due-soon".equals(why) && due != null ? soon(page, due) : page.tOrKey("ledger.light." + why);
            case RED -> late(page, light, due);
        };
    }

    /** Once the limit itself has passed, how long ago says more than that the signature was late before. */
    private static String late(Page page, Light light, @Nullable Instant due) {
        if (due != null && due.atZone(page.zone()).toLocalDate().isBefore(page.today())) {
            return page.t("ledger.light.late-days", "days", daysSince(page, due));
        }
        return "late".equals(light.why()) && light.since() != null
                ? page.t("ledger.light.late-days", "days", daysSince(page, light.since()))
                : page.tOrKey("ledger.light." + light.why());
    }

    private String soon(Page page, Instant due) {
        LocalDate day = due.atZone(page.zone()).toLocalDate();
        if (day.equals(page.today())) {
            return page.t("ledger.light.today");
        }
        if (day.equals(page.today().plusDays(1))) {
            return page.t("ledger.light.tomorrow");
        }
        Instant endOfDay = page.today().plusDays(1).atStartOfDay(page.zone()).toInstant();
        Instant now = clock.instant();
        return page.t(
                "ledger.light.days-left",
                "days",
                worktime.workingDaysBetween(endOfDay.isBefore(now) ? endOfDay : now, due));
    }

    private static long daysSince(Page page, Instant since) {
        return Math.max(1, ChronoUnit.DAYS.between(since.atZone(page.zone()).toLocalDate(), page.today()));
    }

    /** Why the light is what it is, in one sentence; null when there is nothing to explain. */
    public @Nullable String why(Page page, Light light) {
        if (light.why() == null || "ended".equals(light.why())) {
            return null;
        }
        String unit = light.unitId() == null
                ? page.t("ledger.why.whole")
                : organization.unit(light.unitId()).map(Unit::shortName).orElse("?");
        return page.t("ledger.why." + light.why(), "unit", unit, "date", page.due(light.since()));
    }

    /** The one step that is the filled button; null when nothing is to be done by the viewer. */
    public @Nullable ItemStep mainStep(ItemDetail detail) {
        return detail.steps().stream()
                .filter(step -> !RARE.contains(step))
                .filter(step -> step != ItemStep.PROPOSE_CLOSE
                        || detail.checklist().stream().allMatch(Closing.Check::isFulfilled))
                .findFirst()
                .orElse(null);
    }

    public List<ItemStep> otherSteps(ItemDetail detail) {
        ItemStep main = mainStep(detail);
        return detail.steps().stream().filter(step -> step != main).toList();
    }

    /** Whom the item waits for when it does not wait for the viewer: the roles that take the next step. */
    public @Nullable String waitsFor(Page page, ItemDetail detail) {
        if (mainStep(detail) != null) {
            return null;
        }
        boolean withTheUnits = detail.item().state() == ItemState.ISSUED
                || detail.item().state() == ItemState.IN_PROGRESS
                || detail.item().state() == ItemState.LONG_TERM;
        if (withTheUnits) {
            return null;
        }
        return List.of(ItemStep.values()).stream()
                .filter(Step::isTakenByPeople)
                .filter(step -> step.isAllowedFrom(detail.item().state()) && !RARE.contains(step))
                .findFirst()
                .map(step -> page.t(
                        "ledger.waits-for",
                        "roles",
                        step.by().stream()
                                .sorted()
                                .map(role -> page.t("access.role", role))
                                .collect(Collectors.joining(page.isChinese() ? "、" : ", ")),
                        "step",
                        page.t("ledger.step", step)))
                .orElse(null);
    }

    /** A line of a time line as it is shown. */
    public record Line(Instant at, String text, @Nullable String reason, String who, boolean mine) {}

    List<Line> lines(Page page, List<HistoryLine> lines) {
        return lines.stream()
                .map(line -> new Line(
                        line.happenedAt(),
                        line(page, line),
                        line.reason(),
                        line.actorFrom().isEmpty() ? line.actorName() : line.actorName() + "（" + line.actorFrom() + "）",
                        line.actorId().equals(page.actor().personId())))
                .toList();
    }

    /** A line of history in the reader's language; codes among its details are told in words. */
    private String line(Page page, HistoryLine line) {
        List<Object> values = new ArrayList<>();
        for (Map.Entry<String, String> detail : line.details().entrySet()) {
            values.add(detail.getKey());
            values.add(word(page, line.subjectKind(), detail));
        }
        return page.tOrKey(line.textKey(), values.toArray());
    }

    private String word(Page page, String subjectKind, Map.Entry<String, String> detail) {
        String noun = subjectKind.substring(subjectKind.indexOf('.') + 1);
        String prefix = switch (detail.getKey()) {
            case "kind" -> noun.equals("item") ? "ledger.relation." : "ledger." + noun + "-kind.";
            case "level" -> "ledger.notice-level.";
            case "code" -> "ledger.reject-code.";
            case "light" -> "ledger.light.";
            case "setting" -> "ledger.setting.";
            default -> "";
        };
        String key = prefix + detail.getValue();
        String text = prefix.isEmpty() ? detail.getValue() : page.tOrKey(key);
        return text.equals(key) ? detail.getValue() : text;
    }

    /** The name of a level of urging: the office's own, or the shipped one from the bundles. */
    public String level(Page page, LevelSetting level) {
        String own = level.name();
        return own == null ? page.t("ledger.notice-level", level.level()) : own;
    }

    /** What the level means, in one line. */
    public String meaning(Page page, LevelSetting level) {
        String own = level.meaning();
        return own == null ? page.t("ledger.paper.level-meaning", level.level()) : own;
    }

    /** The name of a kind of source: the office's own, or the built-in one from the bundles. */
    public String kind(Page page, @Nullable String code, @Nullable String name) {
        return name != null ? name : code == null ? "" : page.tOrKey("ledger.kind." + code);
    }

    /** A class of limit with what it counts: 一般事项，7 个工作日. */
    public String limit(Page page, Catalogue.LimitClass limit) {
        return page.t(
                "ledger.limit-with-amount",
                "name",
                limit(page, limit.code(), limit.name()),
                "amount",
                limit.amount(),
                "unit",
                page.t("ledger.limit-unit", limit.unit()));
    }

    public String limit(Page page, String code, @Nullable String name) {
        return name != null ? name : page.tOrKey("ledger.limit." + code);
    }

    /** The limit as lists show it: a day, or the cycle of a long-term item, or that there is none. */
    public String due(Page page, ItemRow item) {
        if (item.due() != null) {
            return page.due(item.due());
        }
        if (item.givenDue() != null) {
            return page.day(item.givenDue());
        }
        if (item.limitClass() != null && item.state() != ItemState.LONG_TERM) {
            return page.t("ledger.limit-from-issue");
        }
        return item.cycle() == org.luoshi.ledger.Cycle.ONCE
                ? page.t("ledger.without-limit")
                : page.t("ledger.long-term-cycle", "cycle", page.t("ledger.cycle", item.cycle()));
    }

    /** What happened last, in words. */
    public String activity(Page page, @Nullable String code) {
        if (code == null) {
            return "";
        }
        String key = "ledger.activity." + code.toUpperCase(Locale.ROOT);
        String text = page.tOrKey(key);
        return text.equals(key) ? "" : text;
    }
}
