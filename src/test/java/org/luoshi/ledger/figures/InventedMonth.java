package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A March of one item and three units, lived through by the rules, in a year in which nobody else does anything. */
final class InventedMonth {

    static final Locale CHINESE = Texts.SIMPLIFIED;

    final InventedOffice office;
    final FiguresPeriod period;
    UUID itemId = new UUID(0, 0);
    UUID firstReportId = new UUID(0, 0);

    private final int year;
    private final ItemDrafting drafting;
    private final ItemSteps items;
    private final ItemQueries queries;
    private final AssignmentSteps assignments;
    private final FeedbackService feedback;
    private final FeedbackReview review;
    private final RequestService requests;
    private final JdbcClient jdbc;
    private final TestClock clock;

    /** @param year whose 3 March is a Monday: what is counted by hand are working days (2031, 2036, 2042) */
    InventedMonth(ApplicationContext house, int year) {
        this.year = year;
        period = new FiguresPeriod(LocalDate.of(year, 3, 1), LocalDate.of(year, 3, 31));
        drafting = house.getBean(ItemDrafting.class);
        items = house.getBean(ItemSteps.class);
        queries = house.getBean(ItemQueries.class);
        assignments = house.getBean(AssignmentSteps.class);
        feedback = house.getBean(FeedbackService.class);
        review = house.getBean(FeedbackReview.class);
        requests = house.getBean(RequestService.class);
        jdbc = house.getBean(JdbcClient.class);
        clock = house.getBean(TestClock.class);
        itIs("03-03T09:00");
        office = InventedOffice.in(house.getBean(OrganizationApi.class), house.getBean(AccessApi.class));
    }

    /** @param monthDayTime such as {@code 03-05T10:00} */
    void itIs(String monthDayTime) {
        clock.set(year + "-" + monthDayTime + ":00+08:00");
    }

    LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    void live() {
        itemId = filed("修订防汛应急预案", office.planning, office.finance, office.roads);
        step(ItemStep.ISSUE, StepInput.of(version(itemId)), office.officer());
        sign(office.planning, office.planningLiaison());
        sign(office.roads, office.roadsLiaison());

        itIs("03-05T10:00");
        sign(office.finance, office.financeLiaison());
        firstReportId = report(office.planning, FeedbackKind.FIRST, office.planningLiaison(), office.planningHead());

        itIs("03-06T10:00");
        extend();
        itIs("03-18T10:00");
        UUID thin = report(office.planning, FeedbackKind.FINAL, office.planningLiaison(), office.planningHead());
        review.decide(
                thin,
                part(office.planning).id(),
                FeedbackStep.RETURN,
                StepInput.of(0, "没有实质内容").withRejectCode(RejectCode.NO_SUBSTANCE),
                office.officer());
        itIs("03-19T10:00");
        accept(
                report(office.planning, FeedbackKind.FINAL, office.planningLiaison(), office.planningHead()),
                office.planning);
        itIs("03-20T10:00");
        accept(
                report(office.finance, FeedbackKind.FINAL, office.financeLiaison(), office.financeHead()),
                office.finance);
        moveALimitWithoutApproval();
        itIs("03-25T10:00");
    }

    UUID filed(String title, Unit lead, Unit... others) {
        UUID id = drafting.draft(
                new DraftItem(
                        title,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        day(3, 12),
                        Cycle.ONCE,
                        null,
                        lead.id(),
                        Stream.of(others)
                                .map(unit -> new DraftItem.CoUnit(unit.id(), null, null))
                                .toList(),
                        List.of(),
                        null,
                        null),
                null,
                office.officer());
        items.perform(id, ItemStep.SUBMIT, StepInput.of(version(id)), office.officer());
        items.perform(id, ItemStep.APPROVE, StepInput.of(version(id)), office.director());
        return id;
    }

    /** Somebody sets a later date: it is not what the unit is assessed on (domain rule 1.4). */
    private void moveALimitWithoutApproval() {
        UUID roads = part(office.roads).id();
        jdbc.sql("update ledger.assignment set due = due + interval '20 days' where id = :id")
                .param("id", roads)
                .update();
        jdbc.sql("""
                insert into ledger.date_change (id, item_id, assignment_id, kind, before, after, decided_by, changed_at)
                select gen_random_uuid(), item_id, id, 'BY_HAND', original_due, due, '某人', now() from ledger.assignment where id = :id
                """).param("id", roads).update();
    }

    private void extend() {
        UUID request = requests.ask(
                itemId,
                new NewRequest(
                        RequestKind.EXTENSION,
                        part(office.planning).id(),
                        "汛期提前",
                        "已完成一半",
                        day(3, 20),
                        null,
                        null,
                        null),
                office.planningHead());
        requests.perform(request, RequestStep.FORWARD, StepInput.of(1, "属实"), office.officer());
        requests.perform(request, RequestStep.GRANT, StepInput.of(2), office.director());
    }

    UUID report(Unit unit, FeedbackKind kind, Actor liaison, Actor head) {
        List<NewFeedback.Proof> proofs = jdbc
                .sql("select id from ledger.requirement where item_id = :id")
                .param("id", itemId)
                .query(UUID.class)
                .list()
                .stream()
                .map(point -> new NewFeedback.Proof(point, null, "见印发文件"))
                .toList();
        UUID id = feedback.draft(new NewFeedback(List.of(part(unit).id()), kind, "进展情况", null, null, proofs), liaison);
        feedback.perform(id, FeedbackStep.SEND_TO_HEAD, StepInput.of(1), liaison);
        feedback.perform(id, FeedbackStep.SIGN_OFF, StepInput.of(2), head);
        return id;
    }

    void accept(UUID feedbackId, Unit unit) {
        review.decide(feedbackId, part(unit).id(), FeedbackStep.ACCEPT, StepInput.of(0), office.officer());
    }

    private void sign(Unit unit, Actor actor) {
        ItemDetail.UnitPart part = part(unit);
        assignments.perform(part.id(), AssignmentStep.SIGN, StepInput.of(part.version()), actor);
    }

    /** What was accepted is worked on again. */
    void reopen(Unit unit, String reason) {
        ItemDetail.UnitPart part = part(unit);
        assignments.perform(part.id(), AssignmentStep.REOPEN, StepInput.of(part.version(), reason), office.officer());
    }

    void step(ItemStep step, StepInput input, Actor actor) {
        items.perform(itemId, step, input, actor);
    }

    int version(UUID item) {
        return queries.detail(item, CHINESE, office.officer()).item().version();
    }

    ItemDetail.UnitPart part(Unit unit) {
        return queries.detail(itemId, CHINESE, office.officer()).units().stream()
                .filter(part -> part.unit().equals(unit.shortName()))
                .findFirst()
                .orElseThrow();
    }

    FiguresQuestion question() {
        return FiguresQuestion.of(period, FigureGrouping.UNIT);
    }

    static FigureLine line(FigureTable table, Unit unit) {
        return table.lines().stream()
                .filter(line -> line.line().key().equals(unit.id().toString()))
                .findFirst()
                .orElseThrow();
    }
}
